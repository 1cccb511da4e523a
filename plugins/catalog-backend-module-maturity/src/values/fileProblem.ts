import type { Entity } from '@backstage/catalog-model';

/** By this annotation the reader of local services tells the processor what is wrong with a file. */
export const FILE_PROBLEM = 'backstage-maturity.dev/file-problem';

/** What is wrong with the file that an entity comes from; undefined for nothing. */
export function fileProblem(entity: Entity): string | undefined {
  const annotations: unknown = entity.metadata.annotations ?? {};
  if (typeof annotations !== 'object' || annotations === null) return undefined;
  const found = Object.entries(annotations).find(
    ([key]) => key === FILE_PROBLEM,
  );
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}

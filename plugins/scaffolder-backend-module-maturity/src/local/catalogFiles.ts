import { readFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { entityPlaces } from '@backstage-maturity/plugin-maturity-common';

/** The files of a service that the catalog module reads. */
export const CATALOG_FILES = ['catalog-info.yaml', 'catalog-info.yml'] as const;

const NO_FILE = ['ENOENT', 'EISDIR'];

/** References of the entities that the catalog files at the top of a folder declare. */
export async function declaredEntities(folder: string): Promise<string[]> {
  const refs: string[] = [];
  for (const file of CATALOG_FILES) {
    try {
      const text = await readFile(resolveSafeChildPath(folder, file), 'utf8');
      refs.push(...entityPlaces(text).map(({ entityRef }) => entityRef));
    } catch (error) {
      // What is no file is not read by the catalog either.
      const isNone = isError(error) && NO_FILE.includes(`${error.code}`);
      if (!isNone) throw error;
    }
  }
  return [...new Set(refs)];
}

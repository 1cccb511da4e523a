import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** A reference in full; undefined where it does not say enough. */
export function fullRef(
  text: string,
  defaultKind?: string,
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), {
        defaultKind,
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}

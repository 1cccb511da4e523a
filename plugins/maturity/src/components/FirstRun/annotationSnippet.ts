import type { OwnKey } from '@backstage-maturity/plugin-maturity-common';

/** Annotations with their example values, as they stand in `catalog-info.yaml`. */
export function annotationSnippet(
  keys: readonly Pick<OwnKey, 'key' | 'example'>[],
): string {
  return [
    'metadata:',
    '  annotations:',
    // Every string of JSON is one of YAML too.
    ...keys.map(({ key, example }) => `    ${key}: ${JSON.stringify(example)}`),
    '',
  ].join('\n');
}

import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RepositoryFacts } from '@backstage-maturity/plugin-maturity-common';
import type { StoredFacts } from '../../database';

/**
 * Compresses what was seen: a listing of paths becomes a fraction of its size, and a process that sweeps
 * holds those of all entities. Equal facts give equal hashes.
 */
export function packFacts(facts: RepositoryFacts): StoredFacts {
  const text = JSON.stringify(facts);
  return {
    hash: hash('sha1', text, 'base64url'),
    packed: deflateRawSync(text),
  };
}

function isRepositoryFacts(value: unknown): value is RepositoryFacts {
  return (
    typeof value === 'object' &&
    value !== null &&
    'complete' in value &&
    typeof value.complete === 'boolean' &&
    'seen' in value &&
    typeof value.seen === 'object' &&
    value.seen !== null &&
    ['paths', 'testFiles', 'sloSpecs', 'apiDocuments', 'problems'].every(
      key => key in value && Array.isArray(Reflect.get(value, key)),
    )
  );
}

/**
 * What was packed.
 *
 * @throws Error when it is something else
 */
export function unpackFacts(packed: Buffer): RepositoryFacts {
  const value: unknown = JSON.parse(inflateRawSync(packed).toString('utf8'));
  if (!isRepositoryFacts(value)) {
    throw new Error('The stored facts of a repository have another form.');
  }
  return value;
}

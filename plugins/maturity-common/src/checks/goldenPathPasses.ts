import { pathOf } from '../observe/goldenPath';
import type { RepositoryFacts } from '../observe/types';
import type { CheckResult } from './types';

const ORIGIN_CHECK = 'golden-path-origin';

/**
 * The checks that pass thanks to the golden path that made the entity, in the order of the results: those
 * of which a piece of evidence that suffices alone was seen in a file that the golden path is on record to
 * have made. Empty unless the entity comes from a golden path that exists.
 *
 * @param record - what the entity's repository says of its golden path
 * @public
 */
export function goldenPathPasses(
  results: readonly Pick<CheckResult, 'check' | 'status' | 'evidence'>[],
  record: RepositoryFacts['goldenPath'],
): string[] {
  const passed = results.filter(({ status }) => status === 'pass');
  const files = new Set(record?.made);
  if (files.size === 0 || !passed.some(({ check }) => check === ORIGIN_CHECK)) {
    return [];
  }
  return passed
    .filter(({ evidence }) =>
      evidence.some(
        ({ strength, source, from, supporting = false }) =>
          strength === 'observed' &&
          from === null &&
          !supporting &&
          files.has(pathOf(source)),
      ),
    )
    .map(({ check }) => check);
}

import type { Check } from '../../api';
import { type FirstRunData, openCounts } from './FirstRunData';
import { ownKeysOf } from './ownKeysOf';

/** A check that needs no annotation of ours, with how many services pass it already. */
export interface KnownCheck {
  check: Check;
  passing: number;
  failing: number;
}

/**
 * What the catalog tells by itself, in the order of the definitions: checks that ask every component and
 * read none of our annotations. Those that ask only some are left out, because the roll-up
 * does not say how many they ask.
 */
export function knownAlready(data: FirstRunData): KnownCheck[] {
  const { counted } = data.organization.rollUp;
  const open = openCounts(data);
  return data.definitions.checks
    .filter(check => check.applies === 'ALL' && ownKeysOf(check).length === 0)
    .map(check => {
      const { failing, unknown } = open(check);
      return { check, failing, passing: counted - failing - unknown };
    });
}

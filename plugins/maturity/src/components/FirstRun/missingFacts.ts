import type { OwnKey } from '@backstage-maturity/plugin-maturity-common';
import type { Check } from '../../api';
import { type FirstRunData, missingFor, openCounts } from './FirstRunData';
import { answeringKey } from './ownKeysOf';

/** An annotation that is missing, with the checks that it would answer. */
export interface MissingFact {
  own: OwnKey;
  checks: Check[];
  /** Weight of the checks times the services that lack the fact. */
  gain: number;
}

/**
 * The annotations that would answer most, largest first: the sum over the checks that read it first of
 * weight times services without an answer. Of equals, the one for the lowest level comes first, because
 * levels build on each other.
 */
export function missingFacts(data: FirstRunData, limit: number): MissingFact[] {
  const open = openCounts(data);
  const facts = new Map<string, MissingFact>();
  for (const check of data.definitions.checks) {
    const own = answeringKey(check);
    const missing = missingFor(check, open(check));
    if (own && missing > 0) {
      const fact = facts.get(own.key) ?? { own, checks: [], gain: 0 };
      fact.checks.push(check);
      fact.gain += check.weight * missing;
      facts.set(own.key, fact);
    }
  }
  return Array.from(facts.values())
    .sort((a, b) => b.gain - a.gain || lowest(a) - lowest(b))
    .slice(0, limit);
}

function lowest({ checks }: MissingFact): number {
  return Math.min(...checks.map(({ level }) => level));
}

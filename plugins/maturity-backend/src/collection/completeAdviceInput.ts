import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { readOutlines, type StoredHead } from '../database';
import { type AdviceInput, WITH_EVIDENCE } from './AdviceInput';
import { toScorecard } from './toScorecard';

/** Scorecards that are read at once. */
const PAGE = 500;

/** Reads the scorecards that this process did not evaluate itself: after a start, or of another replica. */
export async function completeAdviceInput(
  advice: AdviceInput,
  options: {
    db: Knex;
    heads: ReadonlyMap<string, StoredHead>;
    definitions: DefinitionSet;
  },
): Promise<void> {
  const { db, heads, definitions } = options;
  const missing = advice.missing(heads);
  for (let at = 0; at < missing.length; at += PAGE) {
    const page = missing.slice(at, at + PAGE);
    for (const record of await readOutlines(db, page, WITH_EVIDENCE)) {
      const contentHash = heads.get(record.entityRef)?.contentHash ?? '';
      advice.add(toScorecard(record, definitions), contentHash);
    }
  }
}

/**
 * Reads those of some scorecards that this process does not hold as they are stored. Unlike a sweep, which
 * has the last word, it never replaces what somebody added meanwhile.
 */
export async function fillAdviceInput(
  advice: AdviceInput,
  options: {
    db: Knex;
    refs: Iterable<string>;
    heads: ReadonlyMap<string, StoredHead>;
    definitions: DefinitionSet;
  },
): Promise<void> {
  const { db, refs, heads, definitions } = options;
  const lacking = advice.lacking(refs, heads);
  const missing = [...lacking.keys()];
  for (let at = 0; at < missing.length; at += PAGE) {
    const page = missing.slice(at, at + PAGE);
    for (const record of await readOutlines(db, page, WITH_EVIDENCE)) {
      const { entityRef } = record;
      const contentHash = heads.get(entityRef)?.contentHash ?? '';
      const before = lacking.get(entityRef);
      const card = toScorecard(record, definitions);
      advice.addUnlessOvertaken(card, { contentHash, before });
    }
  }
}

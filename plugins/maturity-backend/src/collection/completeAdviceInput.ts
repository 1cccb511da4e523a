import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { readScorecards, type StoredHead } from '../database';
import type { AdviceInput } from './AdviceInput';
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
    for (const record of await readScorecards(db, page)) {
      const contentHash = heads.get(record.entityRef)?.contentHash ?? '';
      advice.add(toScorecard(record, definitions), contentHash);
    }
  }
}

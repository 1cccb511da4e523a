import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { type Db, whereAmong } from '../database';
import type { ScorecardRuleQuery } from './rules';

type Criteria = PermissionCriteria<ScorecardRuleQuery>;

function whereCriteria(
  query: Knex.QueryBuilder,
  db: Db,
  criteria: Criteria,
): void {
  if ('allOf' in criteria) {
    for (const each of criteria.allOf) {
      query.where(part => whereCriteria(part, db, each));
    }
  } else if ('anyOf' in criteria) {
    query.where(either => {
      // A group without a condition would vanish from the question, and no condition is not all of them.
      either.whereRaw('1 = 0');
      for (const each of criteria.anyOf) {
        either.orWhere(part => whereCriteria(part, db, each));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(part => whereCriteria(part, db, criteria.not));
  } else {
    // A missing owner is no owner: null must not make a negation unknown.
    query.whereNotNull('owner_ref');
    const values = criteria.ownerRefs;
    whereAmong(query, { db, column: 'owner_ref', values });
  }
}

/** References of the scorecards that meet the conditions, by one query; `only` asks for a single one. */
export async function readPermittedRefs(
  db: Db,
  criteria: Criteria,
  only?: string,
): Promise<string[]> {
  const query = db<{ entity_ref: string }>('maturity_scorecards').select(
    'entity_ref',
  );
  if (only !== undefined) query.where('entity_ref', only);
  query.where(part => whereCriteria(part, db, criteria));
  return (await query).map(row => row.entity_ref);
}

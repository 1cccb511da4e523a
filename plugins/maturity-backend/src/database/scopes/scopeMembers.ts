import type { Knex } from 'knex';
import { type Db, whereAmong } from '../dialect';
import { FAMILIES, type Family, familyOf } from './placements';

/**
 * A query for the components of some groups, users, systems and domains, those of nested ones too: rows
 * of `scope_ref` and `entity_ref`. A component of two scopes is there twice.
 */
export function scopeMembers(
  db: Db,
  scopes: readonly string[],
): Knex.QueryBuilder {
  const inFamily = (family: Family, values: readonly string[]) => {
    const part = db('maturity_scope_sets as of')
      .join('maturity_placements as p', `p.${family}`, 'of.scope_set')
      .select('of.scope_ref', 'p.entity_ref');
    whereAmong(part, { db, column: 'of.scope_ref', values });
    return part;
  };
  const [first, ...others] = FAMILIES.flatMap(family => {
    const values = scopes.filter(
      ref => familyOf(ref.slice(0, ref.indexOf(':'))) === family,
    );
    return values.length ? inFamily(family, values) : [];
  });
  if (!first) return inFamily('owners', []);
  return others.length ? first.unionAll(others) : first;
}

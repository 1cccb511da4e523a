import {
  type DefinitionSet,
  RollUpSum,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { type Db, isPostgres, whereAmong } from '../dialect';
import { scopeMembers } from '../scopes/scopeMembers';
import type { Visible } from '../scorecards/query';
import { InFlight } from './InFlight';
import { memberUnpacker, type PackedMember, packKey } from './packMember';
import { readMembers } from './readMembers';

/**
 * What scorecards are summed by: nothing, a column, the set of scopes of one family that holds them, or
 * each of the given scopes.
 */
export type Grouping =
  | { by: 'nothing' }
  | { by: 'type' | 'tier' }
  | { by: 'owners' | 'systems' | 'domains' }
  | { by: 'scope'; scopes: readonly string[] };

interface SumOptions {
  definitions: DefinitionSet;
  visible: Visible;
}

interface GroupRow {
  group_key: string | number | null;
  members: string;
}

function groupColumn(grouping: Grouping): string | undefined {
  switch (grouping.by) {
    case 'nothing':
      return undefined;
    case 'type':
    case 'tier':
      return `s.${grouping.by}`;
    case 'owners':
    case 'systems':
    case 'domains':
      return `p.${grouping.by}`;
    case 'scope':
      return 'm.scope_ref';
    default:
      return grouping satisfies never;
  }
}

/** One row for each group, with all its members in one text: a row for each member costs three times as much. */
function groupsQuery(
  db: Db,
  grouping: Grouping,
  { key, visible }: { key: string; visible: Visible },
): Knex.QueryBuilder {
  // A scorecard whose numbers mean something else gives its reference, as a JSON text.
  const packed = isPostgres(db)
    ? 'string_agg(case when s.roll_up_key = ? then s.roll_up else to_json(s.entity_ref)::text end, ?) as members'
    : 'group_concat(case when s.roll_up_key = ? then s.roll_up else json_quote(s.entity_ref) end, ?) as members';
  const query = db('maturity_scorecards as s').select(
    db.raw(packed, [key, ',']),
  );
  const column = groupColumn(grouping);
  if (column) query.select(`${column} as group_key`).groupBy(column);
  if (grouping.by === 'scope') {
    const members = scopeMembers(db, grouping.scopes).as('m');
    query.join(members, 'm.entity_ref', 's.entity_ref');
  } else if (column?.startsWith('p.')) {
    query.leftJoin('maturity_placements as p', 'p.entity_ref', 's.entity_ref');
  }
  if (visible) {
    whereAmong(query, { db, column: 's.entity_ref', values: visible });
  }
  return query;
}

type Sums = ReadonlyMap<string, RollUpSum>;

const inFlight = new WeakMap<object, InFlight<Sums>>();

/**
 * Sums of the visible scorecards of each group, by the text of its key; '' for those without one. Groups
 * without a visible scorecard are left out. Costs one statement, and three more while scorecards of
 * other definitions are stored. Those who ask for the same at once share the sums, and only read them.
 */
export function sumMembers(
  db: Knex,
  grouping: Grouping,
  options: SumOptions,
): Promise<Sums> {
  const shared = inFlight.get(db) ?? new InFlight<Sums>();
  inFlight.set(db, shared);
  const key = JSON.stringify([grouping, options.definitions.version]);
  return shared.share(options.visible, key, () =>
    computeSums(db, grouping, options),
  );
}

async function computeSums(
  db: Db,
  grouping: Grouping,
  { definitions, visible }: SumOptions,
): Promise<Sums> {
  const tracks = definitions.tracks.map(({ id }) => id);
  const checks = definitions.checks.map(({ definition }) => definition.id);
  const unpack = memberUnpacker(tracks, checks);
  const key = packKey(tracks, checks);
  const rows: (Omit<GroupRow, 'members'> & { members: string | null })[] =
    await groupsQuery(db, grouping, { key, visible });

  const sums = new Map<string, RollUpSum>();
  const others: { sum: RollUpSum; entityRef: string }[] = [];
  for (const { group_key, members } of rows) {
    // Without groups there is one row even when there is no scorecard.
    if (members === null) continue;
    const sum = new RollUpSum(definitions);
    sums.set(String(group_key ?? ''), sum);
    const list: (PackedMember | string)[] = JSON.parse(`[${members}]`);
    for (const one of list) {
      if (typeof one === 'string') others.push({ sum, entityRef: one });
      else sum.add(unpack(one));
    }
  }
  if (others.length) {
    const refs = new Set(others.map(({ entityRef }) => entityRef));
    const found = await readMembers(db, [...refs]);
    const byRef = new Map(found.map(member => [member.entityRef, member]));
    for (const { sum, entityRef } of others) {
      const member = byRef.get(entityRef);
      if (member) sum.add(member);
    }
  }
  return sums;
}

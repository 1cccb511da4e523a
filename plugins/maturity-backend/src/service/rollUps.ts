import {
  type DefinitionSet,
  type RollUpItem,
  RollUpSum,
  type RollUpSumOptions,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  readScopeSets,
  readScopesOfKinds,
  readScopeWithChildren,
  type ScopeRecord,
  sumMembers,
  type Visible,
} from '../database';

/** What roll-ups are made of, and for whom. */
export interface RollUpContext {
  db: Knex;
  definitions: DefinitionSet;
  visible: Visible;
}

/** The kinds of scopes that are listed together, with the placements that lead to them. */
const FAMILIES = {
  owner: { placements: 'owners', kinds: ['group', 'user'] },
  system: { placements: 'systems', kinds: ['system'] },
  domain: { placements: 'domains', kinds: ['domain'] },
} as const;

function toItem(
  item: Omit<RollUpItem, 'rollUp'>,
  sum: RollUpSum,
  options: RollUpSumOptions = {},
): RollUpItem {
  const { tracks, stages, leverage, ...counts } = sum.result(options);
  return {
    ...item,
    rollUp: {
      ...counts,
      tracks: Object.fromEntries(
        Object.entries(tracks).map(([track, { histogram, ...figures }]) => [
          track,
          { ...figures, histogram: [...histogram] },
        ]),
      ),
      stages: { ...stages },
      leverage: [...leverage],
    },
  };
}

// What each of hundreds of sets could gain by every check would be most of a list, and nobody reads it there.
const IN_LISTS = { leverage: 5 };

function scopeItem(
  scope: ScopeRecord,
  sum: RollUpSum,
  options: RollUpSumOptions,
): RollUpItem {
  const { entityRef, kind, title, parentRef: parent } = scope;
  const item = { key: entityRef, entityRef, title, parent };
  return toItem(item, sum, { ...options, withMinimum: kind === 'system' });
}

// Building one for each comparison would take longer than all the rest of a long list.
const { compare } = new Intl.Collator('en');

function byTitle(one: RollUpItem, other: RollUpItem): number {
  // What belongs to none comes last.
  if ((one.key === '') !== (other.key === '')) return one.key === '' ? 1 : -1;
  return compare(one.title, other.title) || (one.key < other.key ? -1 : 1);
}

function visibleOnly(
  scopes: readonly ScopeRecord[],
  visible: Visible,
): readonly ScopeRecord[] {
  return visible ? scopes.filter(one => visible.has(one.entityRef)) : scopes;
}

/** The whole organization as one set. */
export async function organizationRollUp(
  context: RollUpContext,
  title: string,
): Promise<RollUpItem[]> {
  const sums = await sumMembers(context.db, { by: 'nothing' }, context);
  const sum = sums.get('') ?? new RollUpSum(context.definitions);
  const item = { key: 'organization', entityRef: null, title, parent: null };
  return [toItem(item, sum)];
}

/** One set for each value of a field of the components. */
export async function fieldRollUps(
  context: RollUpContext,
  by: 'type' | 'tier',
): Promise<RollUpItem[]> {
  const sums = await sumMembers(context.db, { by }, context);
  return Array.from(sums, ([key, sum]) =>
    toItem({ key, entityRef: null, title: key, parent: null }, sum, IN_LISTS),
  ).sort(byTitle);
}

/** One set for each scope of a family that holds a component, and one for components that are in none of them. */
export async function familyRollUps(
  context: RollUpContext,
  by: 'owner' | 'system' | 'domain',
): Promise<RollUpItem[]> {
  const { db, definitions, visible } = context;
  const { kinds, placements } = FAMILIES[by];
  const found = await readScopesOfKinds(db, kinds);
  const scopes = visibleOnly(found, visible);
  const sets = await readScopeSets(db);
  const placed = await sumMembers(db, { by: placements }, context);

  const sums = new Map<string, RollUpSum>();
  const listed = new Set(scopes.map(scope => scope.entityRef));
  const rest = new RollUpSum(definitions);
  for (const [set, part] of placed) {
    const holders = (sets.get(set) ?? []).filter(ref => listed.has(ref));
    for (const ref of holders) {
      const sum = sums.get(ref) ?? new RollUpSum(definitions);
      sums.set(ref, sum);
      sum.merge(part);
    }
    if (!holders.length) rest.merge(part);
  }
  const items = scopes.flatMap(scope => {
    const sum = sums.get(scope.entityRef);
    return sum ? scopeItem(scope, sum, IN_LISTS) : [];
  });
  const none = { key: '', entityRef: null, title: '', parent: null };
  if (rest.total) items.push(toItem(none, rest, IN_LISTS));
  return items.sort(byTitle);
}

async function rollUpsOf(
  context: RollUpContext,
  scopes: readonly ScopeRecord[],
  whole?: string,
): Promise<Map<string, RollUpItem>> {
  const refs = scopes.map(scope => scope.entityRef);
  const grouping = { by: 'scope', scopes: refs } as const;
  const sums = await sumMembers(context.db, grouping, context);
  return new Map(
    scopes.map(scope => {
      const ref = scope.entityRef;
      const sum = sums.get(ref) ?? new RollUpSum(context.definitions);
      return [ref, scopeItem(scope, sum, ref === whole ? {} : IN_LISTS)];
    }),
  );
}

/** One set for each scope of a family within another scope that holds a component. */
export async function childRollUps(
  context: RollUpContext,
  by: 'owner' | 'system',
  parent: string,
): Promise<RollUpItem[]> {
  const kinds: readonly string[] = FAMILIES[by].kinds;
  const found = await readScopeWithChildren(context.db, parent);
  const children = found.filter(
    ({ kind, parentRef }) => parentRef === parent && kinds.includes(kind),
  );
  const scopes = visibleOnly(children, context.visible);
  const items = await rollUpsOf(context, scopes);
  return [...items.values()].filter(item => item.rollUp.total).sort(byTitle);
}

/** A scope and the scopes within it, those without a component too; undefined where there is none or the caller may not see it. */
export async function scopeRollUp(
  context: RollUpContext,
  entityRef: string,
): Promise<{ item: RollUpItem; children: RollUpItem[] } | undefined> {
  const found = await readScopeWithChildren(context.db, entityRef);
  const scopes = visibleOnly(found, context.visible);
  const items = await rollUpsOf(context, scopes, entityRef);
  const item = items.get(entityRef);
  if (!item) return undefined;
  const children = scopes
    .filter(({ parentRef }) => parentRef === entityRef)
    .flatMap(scope => items.get(scope.entityRef) ?? []);
  return { item, children: children.sort(byTitle) };
}

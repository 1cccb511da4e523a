import {
  type DefinitionSet,
  type RollUp,
  rollUp,
  type RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import type { ScopeWithMembers, StoredMember, Visible } from '../database';

/** Everything that roll-ups are made of. */
export interface RollUpSource {
  members: readonly StoredMember[];
  scopes: readonly ScopeWithMembers[];
  definitions: DefinitionSet;
  visible: Visible;
}

const EMPTY_STAGES = {
  exploring: 0,
  starting: 0,
  devops: 0,
  sre: 0,
  platform: 0,
};

/** The roll-up of nothing: no track has a level. */
function emptyRollUp(definitions: DefinitionSet): RollUp {
  return {
    total: 0,
    counted: 0,
    experimental: 0,
    deprecated: 0,
    tracks: Object.fromEntries(
      definitions.tracks.map(({ id, levels }) => [
        id,
        {
          level: null,
          minimum: null,
          histogram: new Array<number>(levels.length + 1).fill(0),
          notApplicable: 0,
          score: null,
          coverage: null,
        },
      ]),
    ),
    stages: EMPTY_STAGES,
    leverage: [],
  };
}

function toItem(
  set: Omit<RollUpItem, 'rollUp'> & { members: readonly StoredMember[] },
  options: { definitions: DefinitionSet; withMinimum?: boolean },
): RollUpItem {
  const { members, ...item } = set;
  const { tracks, stages, leverage, ...counts } =
    rollUp(members, options) ?? emptyRollUp(options.definitions);
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
      leverage: leverage.map(one => ({ ...one })),
    },
  };
}

function visibleMembers({ members, visible }: RollUpSource): StoredMember[] {
  return visible
    ? members.filter(member => visible.has(member.entityRef))
    : [...members];
}

function byTitle(one: RollUpItem, other: RollUpItem): number {
  // What belongs to none comes last.
  if ((one.key === '') !== (other.key === '')) return one.key === '' ? 1 : -1;
  return (
    one.title.localeCompare(other.title, 'en') || (one.key < other.key ? -1 : 1)
  );
}

/** The whole organization as one set. */
export function organizationRollUp(
  source: RollUpSource,
  title: string,
): RollUpItem[] {
  const members = visibleMembers(source);
  const set = { key: 'organization', entityRef: null, title, parent: null };
  return [toItem({ ...set, members }, source)];
}

/** One set for each value of a field of the components. */
export function fieldRollUps(
  source: RollUpSource,
  keyOf: (member: StoredMember) => string,
): RollUpItem[] {
  const groups = new Map<string, StoredMember[]>();
  for (const member of visibleMembers(source)) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return [...groups]
    .map(([key, members]) =>
      toItem(
        { key, entityRef: null, title: key, parent: null, members },
        source,
      ),
    )
    .sort(byTitle);
}

/** One set for each scope that passes, and with `rest` one for components that are in none of them. */
export function scopeRollUps(
  source: RollUpSource,
  options: {
    accept: (scope: ScopeWithMembers) => boolean;
    /** Whether scopes without a visible component are listed. */
    empty?: boolean;
    rest?: boolean;
  },
): RollUpItem[] {
  const { visible, scopes } = source;
  const members = new Map(
    visibleMembers(source).map(member => [member.entityRef, member]),
  );
  const unclaimed = new Set(members.keys());
  const items: RollUpItem[] = [];
  for (const scope of scopes) {
    if (!options.accept(scope) || visible?.has(scope.entityRef) === false) {
      continue;
    }
    const own = scope.members.flatMap(ref => members.get(ref) ?? []);
    own.forEach(member => unclaimed.delete(member.entityRef));
    if (!own.length && !options.empty) continue;
    const { entityRef, kind, title, parentRef: parent } = scope;
    const withMinimum = kind === 'system';
    items.push(
      toItem(
        { key: entityRef, entityRef, title, parent, members: own },
        { definitions: source.definitions, withMinimum },
      ),
    );
  }
  if (options.rest && unclaimed.size) {
    const left = [...unclaimed].flatMap(ref => members.get(ref) ?? []);
    const none = { key: '', entityRef: null, title: '', parent: null };
    items.push(toItem({ ...none, members: left }, source));
  }
  return items.sort(byTitle);
}

import type {
  ChangeList,
  EntityChange,
} from '@backstage-maturity/plugin-maturity-common';
import {
  type Db,
  listRecentChanges,
  type RecentChange,
  type Visible,
} from '../database';

const DAY_MS = 86_400_000;
/** Changes that are looked at; a week of a large organization has far fewer. */
const MOST = 5_000;

type Level = EntityChange['levels'][number];

/** Which changes are asked for. */
export interface ChangeQuery {
  /** Days up to now. */
  days: number;
  limit: number;
}

/** Levels gained, or lost when negative; 0 where the track began or ceased to apply. */
function stepsOf({ from, to }: Level): number {
  return from === null || to === null ? 0 : to - from;
}

/** The levels before the first and after the last of some changes of one entity, newest first. */
function netLevels(changes: readonly RecentChange[]): Level[] {
  const levels = new Map<string, Level>();
  for (const change of changes) {
    for (const [track, from, to] of change.levels) {
      levels.set(track, { track, from, to: (levels.get(track) ?? { to }).to });
    }
  }
  return [...levels.values()].filter(({ from, to }) => from !== to);
}

/** Each entity whose levels are others than before, in the order of the newest change. */
function entityChanges(changes: readonly RecentChange[]): EntityChange[] {
  const byEntity = new Map<string, RecentChange[]>();
  for (const change of changes) {
    const known = byEntity.get(change.entityRef);
    if (known) known.push(change);
    else byEntity.set(change.entityRef, [change]);
  }
  return Array.from(byEntity.values()).flatMap(own => {
    const levels = netLevels(own);
    const [newest] = own;
    if (!levels.length) return [];
    const { entityRef, title, tier, changedAt } = newest;
    return {
      entityRef,
      title,
      tier,
      changedAt: new Date(changedAt).toISOString(),
      levels,
    };
  });
}

/**
 * More levels on a service of a lower tier weigh more, with the weights of roll-ups; of equals a fall
 * comes first, because somebody may want to act.
 */
function weightOf({ tier, levels }: EntityChange): readonly [number, number] {
  const steps = levels.map(stepsOf);
  const moved = steps.reduce((sum, step) => sum + Math.abs(step), 0);
  const lost = steps.reduce((sum, step) => sum - Math.min(0, step), 0);
  return [(5 - (tier ?? 4)) * moved, lost];
}

function byWeight(one: EntityChange, other: EntityChange): number {
  const [weight, lost] = weightOf(one);
  const [otherWeight, otherLost] = weightOf(other);
  return otherWeight - weight || otherLost - lost;
}

/** Whose levels are others than some days ago, as far as the caller may see. */
export async function readChangeList(
  db: Db,
  options: { query: ChangeQuery; now: number; visible: Visible },
): Promise<ChangeList> {
  const { query, now, visible } = options;
  const since = now - query.days * DAY_MS;
  const found = await listRecentChanges(db, { since, visible, limit: MOST });
  const changed = entityChanges(found);
  const oldest = await db<{ day: string }>('maturity_snapshots')
    .orderBy('day')
    .first('day');
  const some = (test: (step: number) => boolean) =>
    changed.filter(({ levels }) => levels.map(stepsOf).some(test)).length;
  return {
    since: new Date(since).toISOString(),
    recordedSince: oldest?.day ?? null,
    changed: changed.length,
    rose: some(step => step > 0),
    fell: some(step => step < 0),
    complete: found.length < MOST,
    items: changed.sort(byWeight).slice(0, query.limit),
  };
}

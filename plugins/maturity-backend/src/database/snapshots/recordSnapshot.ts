import type { Signals } from '@backstage-maturity/plugin-maturity-common';
import type { Db } from '../dialect';
import { countChecks } from './countChecks';
import type { SnapshotCounts } from './SnapshotCounts';

async function readCounts(db: Db): Promise<SnapshotCounts> {
  const stageRows = await db<{ stage: string | null }>('maturity_scorecards')
    .select('stage')
    .count({ count: '*' })
    .groupBy('stage')
    .orderBy('stage');
  const levelRows = await db<{ track: string; level: number | null }>(
    'maturity_track_scores',
  )
    .select('track', 'level')
    .count({ count: '*' })
    .groupBy('track', 'level')
    .orderBy(['track', 'level']);
  const stages = stageRows.map(
    ({ stage, count }) => [stage ?? 'leaving', Number(count)] as const,
  );
  const tracks = new Map<string, Map<string, number>>();
  for (const { track, level, count } of levelRows) {
    const levels = tracks.get(track) ?? new Map<string, number>();
    tracks.set(track, levels.set(String(level ?? 'none'), Number(count)));
  }
  return {
    total: stages.reduce((sum, [, count]) => sum + count, 0),
    stages: Object.fromEntries(stages),
    tracks: Object.fromEntries(
      Array.from(tracks, ([track, levels]) => [
        track,
        Object.fromEntries(levels),
      ]),
    ),
    checks: await countChecks(db),
  };
}

/** Counts the organization as it is stored now and keeps that as the snapshot of its UTC day. */
export async function recordSnapshot(
  db: Db,
  options: {
    now: number;
    definitionVersion: string;
    /** What the advisor counted at the same time. */
    signals?: Signals;
  },
): Promise<void> {
  const { now, definitionVersion, signals } = options;
  const day = new Date(now).toISOString().slice(0, 10);
  const table = () =>
    db<{
      day: string;
      definition_version: string;
      new_definitions: boolean;
      counts: string;
      signals: string | null;
    }>('maturity_snapshots');
  const previous = await table()
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .first('definition_version');
  await table()
    .insert({
      day,
      definition_version: definitionVersion,
      new_definitions:
        previous !== undefined &&
        previous.definition_version !== definitionVersion,
      counts: JSON.stringify(await readCounts(db)),
      signals: signals ? JSON.stringify(signals) : null,
    })
    .onConflict('day')
    .merge();
}

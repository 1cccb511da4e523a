import type {
  RollUpSnapshotList,
  Snapshot,
} from '@backstage-maturity/plugin-maturity-common';
import {
  type Db,
  listScopeSnapshots,
  readMembership,
  type ScopeSnapshotRecord,
  type Visible,
} from '../database';
import { firstDay, toStages, toTrack } from './snapshotList';

function toSnapshot(record: ScopeSnapshotRecord): Snapshot {
  const { day, definitionVersion, newDefinitions, stages, tracks } = record;
  const counts = [...stages.values()];
  return {
    day,
    definitionVersion,
    newDefinitions,
    total: counts.reduce((sum, count) => sum + count, 0),
    ...toStages(Object.fromEntries(stages)),
    tracks: Object.fromEntries(
      Array.from(tracks, ([track, levels]) => [
        track,
        toTrack(Object.fromEntries(levels)),
      ]),
    ),
    checks: {},
  };
}

/**
 * The counts of a group, system or domain over the last days, oldest first; undefined where there is none.
 * They hold no names, so they cannot be counted anew without a component that the caller may not read.
 * Such a caller gets them only while every component of today may be read, and of the past only the days
 * on which exactly these components were counted: any other number would tell of somebody else's.
 */
export async function readRollUpSnapshots(
  db: Db,
  options: {
    entityRef: string;
    days: number;
    now: number;
    visible: Visible;
  },
): Promise<RollUpSnapshotList | undefined> {
  const { entityRef: scopeRef, days, now, visible } = options;
  const members = await readMembership(db, { scopeRef, visible });
  if (!members) return undefined;
  const restricted = visible !== undefined;
  if (members.hidesSome) return { items: [], restricted };
  const since = firstDay(days, now);
  const records = await listScopeSnapshots(db, { scopeRef, since });
  const seen = restricted
    ? records.filter(({ membersHash }) => membersHash === members.hash)
    : records;
  return { items: seen.map(toSnapshot), restricted };
}

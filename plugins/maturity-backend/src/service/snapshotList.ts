import { InputError } from '@backstage/errors';
import {
  type DayOfSignals,
  type DefinitionSet,
  type Snapshot,
  type SnapshotList,
  thresholdCrossings,
  type Thresholds,
} from '@backstage-maturity/plugin-maturity-common';
import {
  type CheckCounts,
  type Db,
  listSnapshots,
  type SnapshotRecord,
} from '../database';

const DAY_MS = 86_400_000;

/** Which snapshots are asked for. */
export interface SnapshotQuery {
  /** UTC days up to today. */
  days: number;
  /** Checks whose results are wanted. */
  checks: readonly string[];
}

function countsAt(
  counts: Readonly<Record<string, number>>,
  key: string,
): number {
  return Object.hasOwn(counts, key) ? counts[key] : 0;
}

/** Entities by stage, those without any in a number of their own. */
export function toStages(
  counts: Readonly<Record<string, number>>,
): Pick<Snapshot, 'stages' | 'leaving'> {
  return {
    stages: {
      exploring: countsAt(counts, 'exploring'),
      starting: countsAt(counts, 'starting'),
      devops: countsAt(counts, 'devops'),
      sre: countsAt(counts, 'sre'),
      platform: countsAt(counts, 'platform'),
    },
    leaving: countsAt(counts, 'leaving'),
  };
}

/** A histogram as roll-ups have it. A level that the track had then and has no more is kept. */
export function toTrack(
  counts: Readonly<Record<string, number>>,
): Snapshot['tracks'][string] {
  const { none = 0, ...byLevel } = counts;
  const levels = Object.entries(byLevel);
  const highest = Math.max(0, ...levels.map(([level]) => Number(level)));
  const histogram = Array.from({ length: highest + 1 }, (_, level) =>
    countsAt(byLevel, String(level)),
  );
  return { histogram, notApplicable: none };
}

function toCheck([
  pass,
  fail,
  unknown,
  exempt,
]: CheckCounts): Snapshot['checks'][string] {
  return { pass, fail, unknown, exempt };
}

/** The first UTC day of the last ones. */
export function firstDay(days: number, now: number): string {
  return new Date(now - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

function toSnapshot(
  { counts, ...rest }: SnapshotRecord,
  asked: readonly string[],
): Snapshot {
  const { total, stages, tracks, checks = {} } = counts;
  return {
    ...rest,
    total,
    ...toStages(stages),
    tracks: Object.fromEntries(
      Object.entries(tracks).map(([track, levels]) => [track, toTrack(levels)]),
    ),
    checks: Object.fromEntries(
      asked
        .filter(check => Object.hasOwn(checks, check))
        .map(check => [check, toCheck(checks[check])]),
    ),
  };
}

function toCrossings(
  days: readonly DayOfSignals[],
  thresholds: Thresholds,
): SnapshotList['crossings'] {
  return thresholdCrossings(days, thresholds).map(({ claims, ...rest }) => ({
    ...rest,
    claims: [...claims],
  }));
}

/** The snapshots of the last days, oldest first. */
export async function readSnapshotList(
  db: Db,
  options: {
    query: SnapshotQuery;
    definitions: DefinitionSet;
    thresholds: Thresholds;
    now: number;
  },
): Promise<SnapshotList> {
  const { query, definitions, thresholds, now } = options;
  const inForce = new Set(definitions.checks.map(each => each.definition.id));
  const unknown = query.checks.find(check => !inForce.has(check));
  if (unknown !== undefined) {
    throw new InputError(
      `The query parameter "check" is "${unknown}"; expected the id of a check that is in force.`,
    );
  }
  const since = firstDay(query.days, now);
  const snapshots = await listSnapshots(db, { since });
  return {
    items: snapshots.map(each => toSnapshot(each, query.checks)),
    crossings: toCrossings(snapshots, thresholds),
  };
}

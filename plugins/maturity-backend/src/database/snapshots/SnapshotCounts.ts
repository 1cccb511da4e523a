import { z } from 'zod';

const count = z.number();

/** How a snapshot is stored. Those of earlier versions have no counts of checks. */
export const snapshotCountsSchema = z.object({
  total: count,
  stages: z.record(z.string(), count),
  tracks: z.record(z.string(), z.record(z.string(), count)),
  checks: z
    .record(z.string(), z.tuple([count, count, count, count]))
    .optional(),
});

/** Results of one check: passed, failed, unknown, exempt. To the rest the check does not apply. */
export type CheckCounts = readonly [
  pass: number,
  fail: number,
  unknown: number,
  exempt: number,
];

/** Counts of all scorecards at the end of a UTC day, or by now. */
export interface SnapshotCounts {
  total: number;
  /** By stage; `leaving` for deprecated entities. */
  stages: Readonly<Record<string, number>>;
  /** Entities by level on each track, the level as text; `none` where the track does not apply. */
  tracks: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By check; undefined in snapshots of earlier versions. */
  checks?: Readonly<Record<string, CheckCounts>>;
}

import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';
import { daysBetween } from '../../trend';
import { type Stage, STAGES } from '../../visual';

const WEEK = 7;

/** One number of the organization on two days. */
export interface WeekRow {
  of: Stage | 'leaving' | 'total';
  before: number;
  now: number;
}

/** The organization on two days. */
export interface WeekNumbers {
  /** UTC days, `YYYY-MM-DD`. */
  from: string;
  to: string;
  rows: WeekRow[];
  /** Whether checks or settings changed in between. */
  newDefinitions: boolean;
}

/**
 * The newest day beside the newest one that is at least a week older, or the oldest where none is that old;
 * undefined where there are not two days. Snapshots are given oldest first.
 */
export function weekNumbers(
  snapshots: readonly Snapshot[],
): WeekNumbers | undefined {
  const now = snapshots.at(-1);
  if (!now) return undefined;
  const old = snapshots.filter(
    ({ day }) => daysBetween(day, now.day) >= WEEK,
  ).length;
  const at = Math.max(0, old - 1);
  const before = snapshots[at];
  if (before === now) return undefined;
  const rows: WeekRow[] = STAGES.map(stage => ({
    of: stage,
    before: before.stages[stage],
    now: now.stages[stage],
  }));
  const leaving: WeekRow = {
    of: 'leaving',
    before: before.leaving,
    now: now.leaving,
  };
  const total: WeekRow = { of: 'total', before: before.total, now: now.total };
  return {
    from: before.day,
    to: now.day,
    rows: [...rows, ...(leaving.before || leaving.now ? [leaving] : []), total],
    newDefinitions: snapshots
      .slice(at + 1)
      .some(({ newDefinitions }) => newDefinitions),
  };
}

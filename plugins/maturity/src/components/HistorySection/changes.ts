import type { HistoryItem } from '@backstage-maturity/plugin-maturity-common';
import { STAGES, type Stage } from '../visual';

/** A check with another status than before; its grounds are missing in what was kept long ago. */
export type CheckChange = HistoryItem['checks'][number];

/** Which way a change went; neither where something began or ceased to apply. */
export type Direction = 'up' | 'down' | 'neither';

/** The way from one level to another; null stands where the track does not apply. */
export function levelDirection(
  from: number | null,
  to: number | null,
): Direction {
  if (from === null || to === null || from === to) return 'neither';
  return to > from ? 'up' : 'down';
}

/** The way from one stage to another; null is the stage of what is leaving. */
export function stageDirection(
  from: Stage | null,
  to: Stage | null,
): Direction {
  return from === null || to === null
    ? 'neither'
    : levelDirection(STAGES.indexOf(from), STAGES.indexOf(to));
}

const GOOD_FIRST = [
  'pass',
  'fail',
  'unknown',
  'exempt',
  'not-applicable',
] as const;

/** Changes of checks as they are read: what passes now, what fails now, then the rest. */
export function sortedChecks(checks: readonly CheckChange[]): CheckChange[] {
  return [...checks].sort(
    (a, b) =>
      GOOD_FIRST.indexOf(a.to) - GOOD_FIRST.indexOf(b.to) ||
      GOOD_FIRST.indexOf(a.from) - GOOD_FIRST.indexOf(b.from),
  );
}

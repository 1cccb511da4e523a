import type { Stage, Status } from '@backstage-maturity/plugin-maturity-common';
import type { Changes } from './HistoryRecord';

/** The part of a scorecard whose changes are history. */
export interface Verdicts {
  definitionVersion: string;
  stage: Stage | null;
  levels: ReadonlyMap<string, number | null>;
  /** Without results that do not apply. */
  statuses: ReadonlyMap<string, Status>;
}

function differences<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  absent: T,
): [string, T, T][] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): [string, T, T][] => {
    const from = before.get(key) ?? absent;
    const to = after.get(key) ?? absent;
    return from === to ? [] : [[key, from, to]];
  });
}

/** What changed from one evaluation to the next, sorted by id; undefined when nothing did. */
export function changesBetween(
  before: Verdicts,
  after: Verdicts,
): Changes | undefined {
  const levels = differences<number | null>(before.levels, after.levels, null);
  const checks = differences<Status>(
    before.statuses,
    after.statuses,
    'not-applicable',
  );
  const moved = before.stage !== after.stage;
  if (!moved && !levels.length && !checks.length) return undefined;
  return {
    ...(moved ? { stage: [before.stage, after.stage] as const } : {}),
    levels,
    checks: checks.map(([check, from, to]) => ({ check, from, to })),
  };
}

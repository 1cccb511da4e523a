import type {
  CheckResult,
  DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';
import type { ScoredEntity } from './ScoredEntity';

/** A check that blocks the next level, with its words. */
export interface Blocking {
  title: string;
  result: CheckResult;
}

/** The blocking checks of the lowest unfinished level of a track, in the order of the scorecard. */
export function blockingChecks(
  { card }: ScoredEntity,
  options: { track: string; definitions: DefinitionSet },
): Blocking[] {
  const { track, definitions } = options;
  const results = new Map(card.results.map(result => [result.check, result]));
  const titles = new Map(
    definitions.checks.map(({ definition }) => [
      definition.id,
      definition.title,
    ]),
  );
  return card.tracks[track].next.flatMap(id => {
    const result = results.get(id);
    return result ? [{ title: titles.get(id) ?? id, result }] : [];
  });
}

/** Name of a level of a track; a word for none below the first. */
export function levelName(level: number, levels: readonly string[]): string {
  return level === 0 ? 'none yet' : levels[level - 1] ?? `level ${level}`;
}

/** Counts of results by status. */
export function countStatuses({
  card,
}: ScoredEntity): ReadonlyMap<CheckResult['status'], number> {
  const counts = new Map<CheckResult['status'], number>();
  for (const { status } of card.results) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

import type { ScorecardData } from '../EntityContent';

/** What to do next: the check, and how to pass it where that is known. */
export interface NextThing {
  check: string;
  /** Missing when the definition has been retired since. */
  title: string | undefined;
  remedy: string;
}

/**
 * The one thing to do next: the heaviest blocking check of the first track that is unfinished, in
 * the order in which the tracks build on each other.
 */
export function nextThing(data: ScorecardData): NextThing | undefined {
  const { detail, definitions } = data;
  for (const track of definitions.tracks) {
    const way = detail.nextLevels.find(path => path.track === track.id);
    const id = way?.checks.at(0);
    if (id === undefined) continue;
    const result = detail.scorecard.results.find(({ check }) => check === id);
    const check = definitions.checks.find(one => one.id === id);
    return { check: id, title: check?.title, remedy: result?.remedy ?? '' };
  }
  return undefined;
}

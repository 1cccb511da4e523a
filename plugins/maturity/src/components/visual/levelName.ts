import type { Text } from '../../hooks/useText';

/** What a ladder needs to know of one track: plain numbers and the names of the rungs. */
export interface LadderNumbers {
  /** Earned level, 0 for none yet; null when the track does not apply. */
  level: number | null;
  /** Highest level that is asked; null when the track does not apply. */
  achievable: number | null;
  /** Names of the levels, lowest first. */
  names: readonly string[];
}

/** The word for a level: its name, "No level yet", or "Does not apply". */
export function levelName(
  t: Text,
  level: number | null,
  names: readonly string[],
): string {
  if (level === null) return t('visual.level.notApplicable');
  if (level === 0) return t('visual.level.none');
  const name: string | undefined = names[level - 1];
  return name ?? t('visual.level.unnamed', { level: String(level) });
}

/** What the ladder says in words: "Silver, level 2 of 4". */
export function ladderLabel(t: Text, ladder: LadderNumbers): string {
  const { level, achievable, names } = ladder;
  if (level === null || achievable === null) {
    return t('visual.ladder.notApplicable');
  }
  if (level === 0) {
    return t('visual.ladder.none', { achievable: String(achievable) });
  }
  return t('visual.ladder.label', {
    name: levelName(t, level, names),
    level: String(level),
    achievable: String(achievable),
  });
}

import type {
  DefinitionSet,
  Scorecard,
} from '@backstage-maturity/plugin-maturity-common';

/** A check that comes next on a track. */
export interface NextCheck {
  check: string;
  title: string;
}

/** Where a component stands on one track. */
export interface TrackResult {
  track: string;
  title: string;
  /** Null when the track does not apply, as are the figures below. */
  level: number | null;
  levelName: string;
  /** Number of levels of the track. */
  levels: number;
  achievable: number | null;
  score: number | null;
  next: NextCheck[];
}

/** Where a component stands. */
export interface ScoreResult {
  entityRef: string;
  stage: string | null;
  tracks: TrackResult[];
}

function levelName(levels: readonly string[], level: number | null): string {
  if (level === null) return 'does not apply';
  return level === 0 ? 'no level yet' : levels[level - 1];
}

function toMarkdown({ entityRef, tracks }: ScoreResult): string {
  const lines = tracks.map(
    ({ title, level, levels, levelName: name, next }) => {
      const reached =
        level === null ? name : `level ${level} of ${levels}, ${name}`;
      const titles = next.map(each => each.title).join('; ');
      return `- ${title}: ${reached}${titles ? `. Next: ${titles}` : ''}`;
    },
  );
  return [`**${entityRef}**`, '', ...lines].join('\n');
}

/** Scorecards as the output of a task: plain values, with the words of the definitions. */
export function toResult(
  scorecards: readonly Scorecard[],
  definitions: DefinitionSet,
): { results: ScoreResult[]; summary: string } {
  const titles = new Map(
    definitions.checks.map(({ definition }) => [
      definition.id,
      definition.title,
    ]),
  );
  const results = scorecards.map(card => ({
    entityRef: card.entityRef,
    stage: card.stage,
    tracks: definitions.tracks.map(({ id, title, levels }) => {
      const { level, achievable, score, next } = card.tracks[id];
      return {
        track: id,
        title,
        level,
        levelName: levelName(levels, level),
        levels: levels.length,
        achievable,
        score,
        next: next.map(check => ({ check, title: titles.get(check) ?? check })),
      };
    }),
  }));
  return { results, summary: results.map(toMarkdown).join('\n\n') };
}

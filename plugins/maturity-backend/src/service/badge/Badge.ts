import { InputError } from '@backstage/errors';
import type {
  DefinitionSet,
  Stage,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';
import { STAGES } from '@backstage-maturity/plugin-maturity-common';

/** Where a component stands; of all that is known of it a badge tells no more. */
export interface Standing {
  /** Null for deprecated entities. */
  stage: Stage | null;
  tracks: Readonly<Record<string, Pick<TrackScore, 'level' | 'achievable'>>>;
}

/** The picture beside the words of a badge. */
export type Sign =
  | { kind: 'ladder'; earned: number; asked: number; rungs: number }
  | { kind: 'path'; stops: number; at: number }
  | { kind: 'none' };

/** What a badge says. */
export interface Badge {
  label: string;
  message: string;
  /** More words for those who cannot see the sign. */
  meaning: string;
  sign: Sign;
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  exploring: 'Exploring',
  starting: 'Starting',
  devops: 'DevOps',
  sre: 'SRE',
  platform: 'Platform',
};

function plain(label: string, message: string): Badge {
  return { label, message, meaning: message, sign: { kind: 'none' } };
}

function levelBadge(
  { title, levels }: DefinitionSet['tracks'][number],
  score: Standing['tracks'][string] | undefined,
): Badge {
  if (!score) return plain(title, 'Unknown');
  const { level, achievable } = score;
  if (level === null || achievable === null) {
    return plain(title, 'Does not apply');
  }
  const rungs = Math.max(levels.length, achievable, 1);
  const name = levels.at(level - 1) ?? `Level ${level}`;
  const message = level === 0 ? 'No level yet' : name;
  return {
    label: title,
    message,
    meaning:
      level === 0
        ? `${message}, 0 of ${achievable}`
        : `${message}, level ${level} of ${achievable}`,
    sign: { kind: 'ladder', earned: level, asked: achievable, rungs },
  };
}

function stageBadge(stage: Stage | null): Badge {
  if (stage === null) return plain('Stage', 'Leaving');
  const at = STAGES.indexOf(stage);
  const message = STAGE_WORDS[stage];
  return {
    label: 'Stage',
    message,
    meaning: `${message}, ${at + 1} of ${STAGES.length}`,
    sign: { kind: 'path', stops: STAGES.length, at },
  };
}

/**
 * The badge of a component; without a standing the neutral one, the same whether there is no scorecard or
 * the caller may not read it.
 */
export function badgeOf(options: {
  standing: Standing | undefined;
  /** The track whose level is shown; undefined for the stage. */
  track: string | undefined;
  definitions: Pick<DefinitionSet, 'tracks'>;
}): Badge {
  const { standing, track, definitions } = options;
  if (track === undefined) {
    return standing ? stageBadge(standing.stage) : plain('Stage', 'Unknown');
  }
  const found = definitions.tracks.find(({ id }) => id === track);
  if (!found) {
    throw new InputError(
      `The query parameter "track" is "${track}"; expected the id of a track that is in force.`,
    );
  }
  const scores = standing?.tracks ?? {};
  const score = Object.hasOwn(scores, track) ? scores[track] : undefined;
  return levelBadge(found, score);
}

import { InputError } from '@backstage/errors';
import { scoreTrack } from '@backstage-maturity/plugin-maturity-common';
import type {
  Scorecard,
  Track,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';
import { suggest } from './suggest';

/** Level that each track has to reach. */
export type Requirements = ReadonlyMap<string, number>;

/** A track of an entity below what was required of it. */
export interface Shortfall {
  entityRef: string;
  track: string;
  level: number;
  /** The smaller of the required and the achievable level. */
  needed: number;
  required: number;
}

/**
 * Reads `devops=2,sre=1`; levels are numbers or the names of the track's levels.
 *
 * @throws InputError when a track or a level is not one of the definitions
 */
export function readRequirements(
  text: string,
  tracks: readonly Track[],
): Requirements {
  const requirements = new Map<string, number>();
  for (const item of text.split(',')) {
    const [id, level, ...rest] = item.split('=').map(part => part.trim());
    const track = tracks.find(each => each.id === id);
    if (!track) {
      const known = tracks.map(each => each.id);
      throw new InputError(
        [
          `--require "${item.trim()}" names no track; expected "<track>=<level>" with one of the tracks ${known.join(
            ', ',
          )}.`,
          suggest(id, known, ''),
        ]
          .join(' ')
          .trim(),
      );
    }
    const byName = track.levels.findIndex(
      name => name.toLowerCase() === level?.toLowerCase(),
    );
    const number = /^\d+$/.test(level ?? '') ? Number(level) : byName + 1;
    if (rest.length > 0 || number < 1 || number > track.levels.length) {
      const names = track.levels
        .map((name, index) => `${index + 1} (${name})`)
        .join(', ');
      throw new InputError(
        `--require "${item.trim()}" names no level of ${
          track.id
        }; expected one of ${names}.`,
      );
    }
    if (requirements.has(track.id)) {
      throw new InputError(`--require names the track "${track.id}" twice.`);
    }
    requirements.set(track.id, number);
  }
  return requirements;
}

/**
 * A track without what lies outside of the files that were read: it says nothing about them, so it neither reaches a level
 * nor stands in its way.
 */
function judged(card: Scorecard, track: string): TrackScore | undefined {
  const whole = Object.hasOwn(card.tracks, track)
    ? card.tracks[track]
    : undefined;
  const results = card.results.filter(result => result.track === track);
  const inside = results.filter(({ reason }) => reason !== 'outside-graph');
  if (!whole || inside.length === results.length) {
    return whole;
  }
  // A level does not depend on weights.
  return scoreTrack(
    inside.map(({ check, level, status }) => {
      return { check, level, status, weight: 1 };
    }),
  );
}

/** Where scorecards stay below what is required; tracks that do not apply are passed over. */
export function shortfalls(
  cards: readonly Scorecard[],
  requirements: Requirements,
): Shortfall[] {
  return cards.flatMap(card =>
    [...requirements].flatMap(([track, required]) => {
      const { level = null, achievable = null } = judged(card, track) ?? {};
      if (level === null || achievable === null) {
        return [];
      }
      const needed = Math.min(required, achievable);
      return level < needed
        ? [{ entityRef: card.entityRef, track, level, needed, required }]
        : [];
    }),
  );
}

import type { TrackScore } from './types';

/**
 * Mean of the track scores that are not null, for sorting only; null when there is none.
 *
 * @public
 */
export function overallScore({
  tracks,
}: {
  tracks: Readonly<Record<string, TrackScore>>;
}): number | null {
  const scores = Object.values(tracks).flatMap(({ score }) => score ?? []);
  return scores.length === 0
    ? null
    : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

import type {
  CheckResult,
  DefinitionSet,
  Scorecard,
} from '@backstage-maturity/plugin-maturity-common';
import type { ScoredEntity } from './ScoredEntity';

/** Scorecards in the wire shape of the HTTP API, sorted by reference, results in definition order. */
export function scoreJson(
  scored: readonly ScoredEntity[],
  definitions: DefinitionSet,
): string {
  const scorecards = scored
    .map(({ card }) => wireCard(card, definitions))
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  return `${JSON.stringify(
    { definitionVersion: definitions.version, scorecards },
    undefined,
    2,
  )}\n`;
}

function wireCard(card: Scorecard, definitions: DefinitionSet) {
  const tracks = definitions.tracks.map(({ id }) => {
    const { level, achievable, score, coverage, proven, next } =
      card.tracks[id];
    return [id, { level, achievable, score, coverage, proven, next }] as const;
  });
  return {
    entityRef: card.entityRef,
    stage: card.stage,
    target: card.target,
    tracks: Object.fromEntries(tracks),
    results: card.results.map(wireResult),
  };
}

function wireResult({
  check,
  track,
  level,
  status,
  reason,
  evidence,
  remedy,
}: CheckResult) {
  return {
    check,
    track,
    level,
    status,
    reason,
    evidence: evidence.map(({ strength, source, value, from }) => ({
      strength,
      source,
      value,
      from,
    })),
    remedy,
  };
}

import type {
  CheckResult,
  DefinitionSet,
  Scorecard,
} from '@backstage-maturity/plugin-maturity-common';
import { jsonText } from '../terminal/controlCharacters';
import type { ScoredEntity } from './ScoredEntity';

/**
 * Scorecards in the wire shape of the HTTP API, sorted by reference, results in definition order. It comes in
 * parts, because those of a large catalog are together longer than a string can be.
 */
export function* scoreJson(
  scored: readonly ScoredEntity[],
  definitions: DefinitionSet,
): Generator<string> {
  const cards = scored
    .map(({ card }) => card)
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  const version = jsonText(definitions.version).trimEnd();
  yield `{\n  "definitionVersion": ${version},\n  "scorecards": [`;
  let separator = '';
  for (const card of cards) {
    yield `${separator}\n${setIn(jsonText(wireCard(card, definitions)))}`;
    separator = ',';
  }
  yield cards.length > 0 ? '\n  ]\n}\n' : ']\n}\n';
}

/** Four spaces before every line. */
function setIn(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
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

import {
  goldenPathPasses,
  nextLevelPaths,
  overallScore,
  type ScorecardDetail,
  scoreTrack,
  type Scorecard,
  stageOf,
  targetOf,
} from '@backstage-maturity/plugin-maturity-common';
import { definitionSet } from './definitions';
import { resultsOf } from './results';
import { refOf, type SampleService } from './services';

/** The moment at which the sample was evaluated. */
export const EVALUATED_AT = '2026-11-23T09:30:00.000Z';

/** The scorecard of a sample service, scored by the engine's own ladder. */
export function scorecardOf(service: SampleService): Scorecard {
  const results = resultsOf(service);
  const tracks = Object.fromEntries(
    definitionSet.tracks.map(({ id }) => [
      id,
      scoreTrack(
        results.flatMap((result, index) =>
          result.track === id
            ? [
                {
                  ...result,
                  weight: definitionSet.checks[index].definition.weight,
                  strength: result.evidence.at(0)?.strength,
                },
              ]
            : [],
        ),
      ),
    ]),
  );
  const { lifecycle, type, tier } = service;
  return {
    entityRef: refOf(service),
    ...stageOf({ lifecycle, tracks }),
    target: targetOf({
      lifecycle,
      runtime: type !== 'library',
      tier: tier ?? 2,
      hasTemplate: true,
    }),
    tracks,
    results,
  };
}

/** The same, as the backend sends it. */
export function detailOf(service: SampleService): ScorecardDetail {
  const card = scorecardOf(service);
  const tracks = Object.fromEntries(
    Object.entries(card.tracks).map(([id, track]) => [
      id,
      { ...track, next: [...track.next] },
    ]),
  );
  const shared = {
    entityRef: card.entityRef,
    stage: card.stage,
    target: card.target,
    notes: [...card.notes],
    tracks,
  };
  const { name, title = name, description, owner, system, type } = service;
  return {
    definitionVersion: definitionSet.version,
    scorecard: {
      ...shared,
      results: card.results.map(({ details, ...result }) => ({
        ...result,
        ...(details && { details: { ...details } }),
        evidence: [...result.evidence],
      })),
    },
    summary: {
      ...shared,
      title,
      description,
      owner,
      system,
      type,
      lifecycle: service.lifecycle,
      tier: service.tier,
      overall: overallScore(card),
      evaluatedAt: EVALUATED_AT,
    },
    nextLevels: nextLevelPaths(card, definitionSet).map(path => ({
      ...path,
      checks: [...path.checks],
    })),
    ...goldenPathOf(service, card),
  };
}

/** The pipeline of a service on the golden path came with it, and with it what was seen in there. */
function goldenPathOf(
  { type }: SampleService,
  { results }: Scorecard,
): Pick<ScorecardDetail, 'goldenPath'> {
  const template = 'template:default/node-service';
  const made = ['.github/workflows/ci.yaml'];
  const record = { source: '.golden-path.yaml', template, made };
  const checks = goldenPathPasses(results, record);
  return type === 'service' && checks.length > 0
    ? { goldenPath: { template, checks } }
    : {};
}

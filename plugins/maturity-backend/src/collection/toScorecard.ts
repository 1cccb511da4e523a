import type {
  DefinitionSet,
  Scorecard,
} from '@backstage-maturity/plugin-maturity-common';
import type { FullScorecardRecord } from '../database';

/** The scorecard that a record was made of. */
export function toScorecard(
  record: FullScorecardRecord,
  definitions: DefinitionSet,
): Scorecard {
  const stored = new Map(record.results.map(result => [result.check, result]));
  const { entityRef, stage, target, notes, tracks } = record;
  const results = definitions.checks.flatMap(({ definition }) => {
    const result = stored.get(definition.id);
    if (!result) return [];
    const { track, level, remedy } = definition;
    return { ...result, track, level, remedy };
  });
  return { entityRef, stage, target, notes, tracks, results };
}

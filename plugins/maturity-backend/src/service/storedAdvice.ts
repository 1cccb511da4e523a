import {
  advise,
  adviceSummary,
  type AdviceAnswer,
  type CatalogGraph,
  countSignals,
  type DefinitionSet,
  type Scorecard,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import type { MaturityConfig } from '../config';
import { readState, writeState } from '../database';

const KEY = 'advice';

function isAdviceAnswer(value: unknown): value is AdviceAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'definitionVersion' in value &&
    'advice' in value &&
    'summary' in value
  );
}

/** Computes the advice for a swept catalog and stores it, so that every replica can give it. */
export async function storeAdvice(
  db: Knex,
  swept: {
    graph: CatalogGraph;
    scorecards: Iterable<Scorecard>;
    definitions: DefinitionSet;
    advisor: MaturityConfig['advisor'];
  },
): Promise<void> {
  const { graph, scorecards, definitions, advisor } = swept;
  const { thresholds, onboardingDays } = advisor;
  const { signals, sources } = countSignals({
    graph,
    scorecards,
    definitions,
    onboardingDays,
  });
  const advice = advise(signals, { thresholds, sources });
  await writeState(db, KEY, {
    definitionVersion: definitions.version,
    advice,
    summary: adviceSummary(advice),
  });
}

/** The advice of the last sweep; undefined before the first one. */
export async function readAdvice(db: Knex): Promise<AdviceAnswer | undefined> {
  const value = await readState(db, KEY);
  return isAdviceAnswer(value) ? value : undefined;
}

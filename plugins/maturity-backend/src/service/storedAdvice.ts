import {
  advise,
  adviceSummary,
  type AdviceAnswer,
  type CatalogGraph,
  countSignals,
  type DefinitionSet,
  parseSignals,
  type Scorecard,
  type Signals,
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

/** What the advice is counted from. */
export interface AdviceBasis {
  graph: CatalogGraph;
  scorecards: Iterable<Scorecard>;
  definitions: DefinitionSet;
  advisor: MaturityConfig['advisor'];
}

/** Counts the signals and judges them. The answer is plain JSON, whether it was stored meanwhile or not. */
export function adviceOf(basis: AdviceBasis): AdviceAnswer {
  const { graph, scorecards, definitions, advisor } = basis;
  const { thresholds, onboardingDays } = advisor;
  const { signals, sources } = countSignals({
    graph,
    scorecards,
    definitions,
    onboardingDays,
  });
  const advice = advise(signals, { thresholds, sources });
  const answer: unknown = JSON.parse(
    JSON.stringify({
      definitionVersion: definitions.version,
      advice,
      summary: adviceSummary(advice),
    }),
  );
  if (!isAdviceAnswer(answer)) throw new Error('The advice is incomplete.');
  return answer;
}

/** Computes the advice for a swept catalog and stores it, so that every replica can give it. */
export async function storeAdvice(db: Knex, basis: AdviceBasis): Promise<void> {
  await writeState(db, KEY, adviceOf(basis));
}

/** The advice of the last sweep; undefined before the first one. */
export async function readAdvice(db: Knex): Promise<AdviceAnswer | undefined> {
  const value = await readState(db, KEY);
  return isAdviceAnswer(value) ? value : undefined;
}

/** The signals that the stored advice rests on; undefined before there is one. */
export async function readSignals(db: Knex): Promise<Signals | undefined> {
  const stored = await readAdvice(db);
  return parseSignals(stored?.advice.inputs).signals;
}

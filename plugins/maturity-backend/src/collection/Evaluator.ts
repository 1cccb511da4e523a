import { hash } from 'node:crypto';
import {
  type CatalogGraph,
  Clock,
  type DefinitionSet,
  type EntityFacts,
  type EntityView,
  evaluate,
  GraphAnswers,
  type Scorecard,
  scoreEntity,
  TrackedGraph,
} from '@backstage-maturity/plugin-maturity-common';
import { type ScorecardRows, toScorecardRows } from '../database';
import { hashEntity } from './hashEntity';
import { toRecord } from './toRecord';

/** What an evaluator needs. */
export interface EvaluatorOptions {
  graph: CatalogGraph;
  definitions: DefinitionSet;
  factsOf: (entityRef: string) => EntityFacts;
  /** Epoch milliseconds. */
  now: number;
}

/** An evaluated entity: its scorecard, and the rows with the inputs that it came from. */
export interface Evaluation {
  card: Scorecard;
  rows: ScorecardRows & { input: NonNullable<ScorecardRows['input']> };
}

/** Evaluates entities of one state of the catalog and says what each evaluation depends on. */
export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #graph: TrackedGraph;
  readonly #answers: GraphAnswers;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
    this.#graph = new TrackedGraph(options.graph);
    this.#answers = new GraphAnswers(options.graph, hashEntity);
  }

  evaluate(view: EntityView): Evaluation {
    const { definitions, factsOf, now } = this.#options;
    const graph = this.#graph;
    const clock = new Clock(now);
    const { value, questions } = graph.record(view.ref, () => {
      const facts = factsOf(view.ref);
      const results = evaluate(view, {
        graph,
        definitions,
        facts,
        now,
        clock,
      });
      const card = scoreEntity(view, results, { definitions, graph });
      const definitionVersion = definitions.version;
      const record = toRecord({ view, card, graph, definitionVersion, now });
      return { card, record };
    });
    const input = {
      entityRef: view.ref,
      hash: this.hashInputs(view, questions),
      questions,
      nextChange: clock.nextChange,
      evaluatedAt: now,
    };
    return {
      card: value.card,
      rows: { ...toScorecardRows(value.record), input },
    };
  }

  /** Equal hashes mean that an evaluation that asked these questions would end as it did before. */
  hashInputs(view: EntityView, questions: readonly string[]): string {
    const { definitions, factsOf } = this.#options;
    const parts = [
      definitions.version,
      hashEntity(view),
      JSON.stringify(factsOf(view.ref)),
    ];
    for (const question of questions) {
      parts.push(question, this.#answers.answer(view.ref, question));
    }
    return hash('sha1', parts.join('\0'), 'base64url');
  }
}

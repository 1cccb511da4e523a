import {
  aboutWhat,
  type EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { readQuestions } from '../database';

/** Entities whose questions are read at once. */
const PAGE = 1_000;

/**
 * Which entities asked the graph something about another one. It may name some who no longer ask, never
 * one too few, as long as nobody else evaluates.
 */
export class Askers {
  readonly #byQuestion = new Map<string, Set<string>>();

  /** Those of all stored evaluations. */
  static async read(
    db: Knex,
    views: ReadonlyMap<string, EntityView>,
    signal: AbortSignal,
  ): Promise<Askers> {
    const askers = new Askers();
    const refs = [...views.values()].flatMap(({ kind, ref }) =>
      kind === 'component' ? ref : [],
    );
    for (let at = 0; at < refs.length; at += PAGE) {
      signal.throwIfAborted();
      const page = refs.slice(at, at + PAGE);
      const questions = await readQuestions(db, page);
      // The references of the views, so that none is kept twice.
      for (const ref of page) askers.add(ref, questions.get(ref) ?? []);
    }
    return askers;
  }

  add(ref: string, questions: readonly string[]): void {
    for (const question of questions) {
      const about = aboutWhat(question);
      if (about === undefined) continue;
      const known = this.#byQuestion.get(about);
      if (known) known.add(ref);
      else this.#byQuestion.set(about, new Set([ref]));
    }
  }

  /** Who asked a question, given as `touchedQuestions` gives it. */
  of(question: string): Iterable<string> {
    return this.#byQuestion.get(question) ?? [];
  }
}

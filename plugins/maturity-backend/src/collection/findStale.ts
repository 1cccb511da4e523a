import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { readQuestions, type StoredHead } from '../database';
import type { Evaluator } from './Evaluator';

/** Entities whose questions are read at once. */
const PAGE = 1_000;

/**
 * True when time alone asks for another evaluation: a verdict may have changed by now, or the clock
 * went back behind the last evaluation, when an older verdict may hold again.
 */
export function isDue(head: StoredHead, now: number): boolean {
  const { input } = head;
  return !input || input.nextChange <= now || input.evaluatedAt > now;
}

/** The entities whose stored verdicts no longer stand, in the given order. */
export async function findStale(
  views: readonly EntityView[],
  options: {
    db: Knex;
    heads: ReadonlyMap<string, StoredHead>;
    evaluator: Evaluator;
    now: number;
    signal: AbortSignal;
  },
): Promise<EntityView[]> {
  const { db, heads, evaluator, now, signal } = options;
  const stale: EntityView[] = [];
  for (let at = 0; at < views.length; at += PAGE) {
    signal.throwIfAborted();
    const page = views.slice(at, at + PAGE);
    const candidates = page.flatMap(view => {
      const head = heads.get(view.ref);
      return head && !isDue(head, now) ? view.ref : [];
    });
    const questions = candidates.length
      ? await readQuestions(db, candidates)
      : new Map<string, readonly string[]>();
    for (const view of page) {
      const asked = questions.get(view.ref);
      const before = heads.get(view.ref)?.input?.hash;
      if (!asked || evaluator.hashInputs(view, asked) !== before) {
        stale.push(view);
      }
    }
  }
  return stale;
}

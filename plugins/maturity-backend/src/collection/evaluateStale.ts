import { setImmediate as nextTick } from 'node:timers/promises';
import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  type InputRecord,
  type ScorecardRows,
  type StoredHead,
  writeInputs,
  writeScorecards,
} from '../database';
import type { AdviceInput } from './AdviceInput';
import type { Evaluator } from './Evaluator';
import type { Askers } from './Askers';
import type { Run } from './SweepOptions';

/** Scorecards per transaction. */
const BATCH = 300;

/**
 * Evaluations per turn of the event loop. The statements of a transaction are sent one after the other,
 * each in a turn of its own: a long turn would leave the database waiting for the next one.
 */
const TURN = 10;

/** What evaluating many entities needs; `counts` and `heads` are kept up to date. */
export interface EvaluateStaleOptions {
  db: Knex;
  evaluator: Evaluator;
  heads: Map<string, StoredHead>;
  advice: AdviceInput;
  /** Told what was asked, if there are any. */
  askers: Askers | undefined;
  run: Run;
}

/** Evaluates entities and writes the scorecards that differ; of the others only what they depend on. */
export async function evaluateStale(
  stale: readonly EntityView[],
  options: EvaluateStaleOptions,
): Promise<void> {
  const { db, evaluator, heads, advice, askers, run } = options;
  const { id: sweep, counts, signal } = run;
  // The next batch is evaluated while the database takes this one.
  let writing: Promise<number> = Promise.resolve(0);
  const write = async (same: InputRecord[], changed: ScorecardRows[]) => {
    await writeInputs(db, same, sweep);
    return writeScorecards(db, changed, sweep);
  };
  try {
    for (let at = 0; at < stale.length; at += BATCH) {
      signal.throwIfAborted();
      const same: InputRecord[] = [];
      const changed: ScorecardRows[] = [];
      const batch = stale.slice(at, at + BATCH);
      for (const [index, view] of batch.entries()) {
        if (index % TURN === 0) await nextTick();
        // Only rows outlive this turn: cards of a whole batch would grow old in memory with them.
        const { card, rows } = evaluator.evaluate(view);
        const { contentHash, input } = rows;
        if (heads.get(view.ref)?.contentHash === contentHash) same.push(input);
        else changed.push(rows);
        advice.add(card, contentHash);
        askers?.add(view.ref, input.questions);
        const { hash, nextChange, evaluatedAt } = input;
        heads.set(view.ref, {
          contentHash,
          input: { hash, nextChange, evaluatedAt },
        });
      }
      counts.evaluated += batch.length;
      counts.written += await writing;
      writing = write(same, changed);
      // A failure is met at the next batch; until then it is nobody's unhandled rejection.
      writing.catch(() => {});
    }
  } finally {
    // Also a sweep that is stopped leaves no transaction in flight behind.
    await writing.catch(() => {});
  }
  counts.written += await writing;
}

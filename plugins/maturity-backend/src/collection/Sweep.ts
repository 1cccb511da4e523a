import {
  type CatalogGraph,
  type DefinitionSet,
  type EntityView,
  isScored,
  type Scorecard,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  assertNewestSweep,
  explainError,
  finishSweep,
  listSweeps,
  pruneHistory,
  readFacts,
  readHeads,
  recordScopeSnapshots,
  recordSnapshot,
  removeScorecards,
  replaceScopes,
  startSweep,
  type StoredHead,
  type SweepRecord,
  writeFacts,
} from '../database';
import type { FactCollector, FactSet, KnownRepositories } from '../facts';
import type { AdviceInput } from './AdviceInput';
import { createSnapshot } from './CatalogSnapshot';
import { completeAdviceInput } from './completeAdviceInput';
import { evaluateStale } from './evaluateStale';
import { Evaluator } from './Evaluator';
import { findStale, isDue } from './findStale';
import { type CatalogSource, readCatalogWithEtags } from './readCatalog';
import type { SnapshotHolder } from './SnapshotHolder';
import { SweepInterrupted } from './SweepInterrupted';
import { fingerprintOf, readSweptState, writeSweptState } from './SweptState';
import { toScopes } from './toScopes';

/** Counting every group costs as much as a small change itself, so it follows changes at this distance. */
const COUNT_EVERY_MS = 15 * 60_000;

export type Counts = Pick<
  SweepRecord,
  'total' | 'evaluated' | 'written' | 'removed'
>;

/** What a sweep needs. */
export interface SweepOptions {
  db: Knex;
  reader: CatalogSource;
  definitions: DefinitionSet;
  facts: FactCollector;
  /** Without them no files are looked at. */
  repositories?: KnownRepositories;
  snapshots: SnapshotHolder;
  advice: AdviceInput;
  /** A text that differs when `onStored` would store something else of the same scorecards. */
  settings: string;
  /** Days for which changes and snapshots are kept. */
  retentionDays: number;
  /** Called in a transaction after all scorecards are stored, when anything has changed. */
  onStored?: (
    tx: Knex,
    swept: { graph: CatalogGraph; scorecards: readonly Scorecard[] },
  ) => Promise<void>;
}

function whyStopped({ reason }: AbortSignal): string {
  return reason instanceof SweepInterrupted
    ? `${reason.message}, and the sweep was stopped before its end.`
    : 'The sweep was stopped before its end.';
}

/** One sweep under way. */
interface Run {
  id: number;
  counts: Counts;
  signal: AbortSignal;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * One run over the catalog: reads all of it, evaluates the components whose verdicts may have changed,
 * writes what did and removes what is gone. It writes nothing before the catalog is read to its end, so
 * a failed read leaves the stored scorecards as they were.
 */
export class Sweep {
  readonly #options: SweepOptions;

  constructor(options: SweepOptions) {
    this.#options = options;
  }

  /**
   * Never rejects once it has begun; how the sweep ended is in the answer and in the database.
   *
   * @throws the error of the database when not even the beginning can be stored
   */
  async run(signal: AbortSignal): Promise<SweepRecord> {
    const { db } = this.#options;
    const { logger } = this.#options.reader;
    const startedAt = Date.now();
    const id = await startSweep(db, startedAt);
    const counts: Counts = { total: 0, evaluated: 0, written: 0, removed: 0 };
    let error: string | null = null;
    try {
      await this.#collect({ id, counts, signal, now: startedAt });
    } catch (cause) {
      if (signal.aborted) {
        error = whyStopped(signal);
        logger.warn(`The sweep did not end: ${error}`);
      } else {
        error = `${explainError(
          cause,
        )}. The stored scorecards stay as they are.`;
        logger.error(`The sweep failed: ${error}`);
      }
    }
    const finishedAt = Date.now();
    const status = error === null ? 'succeeded' : 'failed';
    try {
      await finishSweep(db, { id, finishedAt, status, error, ...counts });
    } catch (cause) {
      logger.error(
        `How sweep ${id} ended could not be stored, and the next sweep closes its record: ${explainError(
          cause,
        )}`,
      );
    }
    if (error === null && (counts.written || counts.removed)) {
      logger.info(
        `Swept ${counts.total} components in ${
          finishedAt - startedAt
        } ms: wrote ${counts.written} scorecards, removed ${counts.removed}.`,
      );
    }
    return { id, startedAt, finishedAt, status, error, ...counts };
  }

  async #collect(run: Run): Promise<void> {
    const { db, reader, definitions, snapshots } = this.#options;
    const { retentionDays } = this.#options;
    const { signal, now, counts } = run;
    const { views, etags } = await readCatalogWithEtags(reader, signal);
    const heads = await readHeads(db);
    if (!views.size && heads.size) {
      throw new Error(
        'The catalog answered without a single entity, as it does while it starts',
      );
    }
    const snapshot = createSnapshot(views, {
      definitions,
      readAt: now,
      etags,
    });
    const scored = [...views.values()].filter(isScored);
    counts.total = scored.length;
    const facts = await this.#collectFacts(scored, run);
    const fingerprint = () => this.#fingerprint(views, scored, heads, facts);

    const before = await readSweptState(db);
    const unchanged =
      before?.fingerprint === fingerprint() &&
      ![...heads.values()].some(head => isDue(head, now));
    if (!unchanged) {
      await this.#update(snapshot.graph, { run, scored, heads, facts });
    }
    snapshots.set(snapshot);
    const day = new Date(now).toISOString().slice(0, 10);
    const newDay = before?.day !== day;
    const sinceCounted = Math.abs(now - (before?.countedAt ?? 0));
    const uncounted = !unchanged || before.uncounted;
    // Whoever waits for the first scorecards does not wait for trends, which take two days to show something.
    const counting =
      before !== undefined &&
      (newDay || (uncounted && sinceCounted >= COUNT_EVERY_MS));
    if (unchanged && !newDay && !counting && before.etags === etags) return;
    await db.transaction(async tx => {
      await assertNewestSweep(tx, run.id);
      if (!unchanged || newDay) {
        const definitionVersion = definitions.version;
        await recordSnapshot(tx, { now, definitionVersion });
      }
      if (counting) await recordScopeSnapshots(tx, { day });
      if (newDay) await pruneHistory(tx, { now, retentionDays });
      await writeSweptState(tx, {
        fingerprint: fingerprint(),
        etags,
        day,
        countedAt: counting ? now : before?.countedAt ?? 0,
        uncounted: uncounted && !counting,
      });
    });
  }

  /** Asks the fact providers and stores what they gave, before verdicts follow from it. */
  async #collectFacts(
    scored: readonly EntityView[],
    { id, now, signal }: Run,
  ): Promise<FactSet> {
    const { db, repositories } = this.#options;
    // Another process may have swept since this one did, so memory is no good place for them.
    const stored = await readFacts(db);
    const [last] = await listSweeps(db, { limit: 1, status: 'succeeded' });
    const { facts, changes } = await this.#options.facts.collect(scored, {
      stored,
      signal,
      now,
      confirmedAt: last?.startedAt,
    });
    signal.throwIfAborted();
    await writeFacts(db, changes, id);
    if (repositories) {
      facts.addRepositories(
        await repositories.register(scored, { sweep: id, now, signal }),
      );
    }
    return facts;
  }

  /** Brings everything that is stored up to date, and `heads` with it. */
  async #update(
    graph: CatalogGraph,
    options: {
      run: Run;
      scored: readonly EntityView[];
      heads: Map<string, StoredHead>;
      facts: FactSet;
    },
  ): Promise<void> {
    const { db, definitions, advice, onStored } = this.#options;
    const { run, scored, heads, facts } = options;
    const { id, counts, signal, now } = run;
    const factsOf = (ref: string) => facts.factsOf(ref);
    const evaluator = new Evaluator({ graph, definitions, factsOf, now });
    const shared = { db, heads, evaluator, signal };
    const stale = await findStale(scored, { ...shared, now });
    await evaluateStale(stale, { ...shared, counts, advice, sweep: id });

    signal.throwIfAborted();
    const present = new Set(scored.map(view => view.ref));
    const gone = [...heads.keys()].filter(ref => !present.has(ref));
    await removeScorecards(db, gone, id);
    for (const ref of gone) heads.delete(ref);
    counts.removed = gone.length;
    await replaceScopes(db, toScopes(graph, present), id);
    signal.throwIfAborted();
    await completeAdviceInput(advice, { db, heads, definitions });
    const scorecards = advice.scorecards();
    signal.throwIfAborted();
    await db.transaction(async tx => {
      await assertNewestSweep(tx, id);
      await onStored?.(tx, { graph, scorecards });
    });
  }

  #fingerprint(
    views: ReadonlyMap<string, EntityView>,
    scored: readonly EntityView[],
    heads: ReadonlyMap<string, StoredHead>,
    facts: FactSet,
  ): string {
    const { definitions, settings } = this.#options;
    const factsOf = (ref: string) => facts.factsOf(ref);
    return fingerprintOf({
      views,
      scored,
      heads,
      factsOf,
      definitions,
      settings,
    });
  }
}

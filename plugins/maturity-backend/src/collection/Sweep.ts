import { setImmediate as nextTick } from 'node:timers/promises';
import { toError } from '@backstage/errors';
import {
  type CatalogGraph,
  type DefinitionSet,
  type EntityView,
  isScored,
  type Scorecard,
  scoreAll,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  finishSweep,
  readContentHashes,
  removeScorecards,
  replaceScopes,
  type ScorecardRows,
  startSweep,
  type SweepRecord,
  toScorecardRows,
  writeScorecards,
} from '../database';
import type { FactCollector } from '../facts';
import { createSnapshot } from './CatalogSnapshot';
import { type CatalogReader, readCatalog } from './readCatalog';
import type { SnapshotHolder } from './SnapshotHolder';
import { toRecord } from './toRecord';
import { toScopes } from './toScopes';

/** Scorecards per transaction, and per turn of the event loop. */
const BATCH = 250;

type Counts = Pick<SweepRecord, 'total' | 'evaluated' | 'written' | 'removed'>;

/** What a sweep needs. */
export interface SweepOptions {
  db: Knex;
  reader: CatalogReader;
  definitions: DefinitionSet;
  facts: FactCollector;
  snapshots: SnapshotHolder;
  /** Called before anything is evaluated. */
  onStart?: () => void;
  /** Called with each evaluated scorecard, before the next one. */
  onEvaluated?: (card: Scorecard) => void;
  /** Called after all scorecards are stored. */
  onStored?: (graph: CatalogGraph) => Promise<void>;
}

/**
 * One run over the catalog: reads all of it, evaluates every component, writes what changed and removes
 * what is gone. It writes nothing before the catalog is read to its end, so a failed read leaves the
 * stored scorecards as they were.
 */
export class Sweep {
  readonly #options: SweepOptions;

  constructor(options: SweepOptions) {
    this.#options = options;
  }

  /** Never rejects for a fault of the catalog; how the sweep ended is in the answer and in the database. */
  async run(signal: AbortSignal): Promise<SweepRecord> {
    const { db, reader } = this.#options;
    const startedAt = Date.now();
    const id = await startSweep(db, startedAt);
    const counts: Counts = { total: 0, evaluated: 0, written: 0, removed: 0 };
    let error: string | null = null;
    try {
      await this.#collect(counts, { signal, now: startedAt });
    } catch (cause) {
      error = signal.aborted
        ? 'The sweep was stopped before its end.'
        : `${toError(cause).message}. The stored scorecards stay as they are.`;
      reader.logger.error(`The sweep failed: ${error}`);
    }
    const finishedAt = Date.now();
    const status = error === null ? 'succeeded' : 'failed';
    await finishSweep(db, { id, finishedAt, status, error, ...counts });
    if (error === null && (counts.written || counts.removed)) {
      reader.logger.info(
        `Swept ${counts.total} components in ${
          finishedAt - startedAt
        } ms: wrote ${counts.written} scorecards, removed ${counts.removed}.`,
      );
    }
    return { id, startedAt, finishedAt, status, error, ...counts };
  }

  async #collect(
    counts: Counts,
    { signal, now }: { signal: AbortSignal; now: number },
  ): Promise<void> {
    const { db, reader, definitions, facts, snapshots } = this.#options;
    const views = await readCatalog(reader, signal);
    const stored = await readContentHashes(db);
    if (!views.size && stored.size) {
      throw new Error(
        'The catalog answered without a single entity, as it does while it starts',
      );
    }
    const snapshot = createSnapshot(views, { definitions, readAt: now });
    const { graph } = snapshot;
    const scored = [...views.values()].filter(isScored);
    counts.total = scored.length;
    await facts.collect(scored, signal);
    signal.throwIfAborted();

    this.#options.onStart?.();
    await this.#evaluate(graph, { counts, stored, signal, now });
    const present = new Set(scored.map(view => view.ref));
    const gone = [...stored.keys()].filter(ref => !present.has(ref));
    await removeScorecards(db, gone);
    counts.removed = gone.length;
    await replaceScopes(db, toScopes(graph, present));
    await this.#options.onStored?.(graph);
    snapshots.set(snapshot);
  }

  async #evaluate(
    graph: CatalogGraph,
    options: {
      counts: Counts;
      stored: ReadonlyMap<string, string>;
      signal: AbortSignal;
      now: number;
    },
  ): Promise<void> {
    const { db, definitions, facts, onEvaluated } = this.#options;
    const { counts, stored, signal, now } = options;
    const factsFor = (view: EntityView) => facts.factsOf(view.ref);
    let batch: ScorecardRows[] = [];
    // The next batch is evaluated while the database takes this one.
    let writing: Promise<number> = Promise.resolve(0);
    const flush = async () => {
      const rows = batch;
      batch = [];
      counts.written += await writing;
      writing = writeScorecards(db, rows);
      // A failure is met at the next flush; until then it is nobody's unhandled rejection.
      writing.catch(() => {});
    };
    for (const { view, card } of scoreAll(graph, definitions, {
      now,
      factsFor,
    })) {
      counts.evaluated += 1;
      onEvaluated?.(card);
      const definitionVersion = definitions.version;
      const rows = toScorecardRows(
        toRecord({ view, card, graph, definitionVersion, now }),
      );
      if (stored.get(rows.entityRef) !== rows.contentHash) batch.push(rows);
      if (counts.evaluated % BATCH === 0) {
        signal.throwIfAborted();
        await flush();
        await nextTick();
      }
    }
    await flush();
    counts.written += await writing;
  }
}

import type {
  CatalogGraph,
  DefinitionSet,
  Scorecard,
  Signals,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import type { SweepRecord } from '../database';
import type { FactCollector, KnownRepositories } from '../facts';
import type { AdviceInput } from './AdviceInput';
import type { CatalogSource } from './readCatalog';
import type { SnapshotHolder } from './SnapshotHolder';

/** What a sweep counts. */
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
  /** What the advisor counted of what is stored; kept with the counts of each day. */
  readSignals?: (tx: Knex) => Promise<Signals | undefined>;
}

/** One sweep under way. */
export interface Run {
  id: number;
  counts: Counts;
  signal: AbortSignal;
  /** Epoch milliseconds. */
  now: number;
}

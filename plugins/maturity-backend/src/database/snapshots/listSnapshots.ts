import {
  parseSignals,
  type Signals,
} from '@backstage-maturity/plugin-maturity-common';
import type { Db } from '../dialect';
import { type SnapshotCounts, snapshotCountsSchema } from './SnapshotCounts';

/** The organization on one UTC day. */
export interface SnapshotRecord {
  /** `YYYY-MM-DD`. */
  day: string;
  definitionVersion: string;
  /** True when the snapshot before had other definitions. */
  newDefinitions: boolean;
  counts: SnapshotCounts;
  /** What the advisor counted; absent in snapshots of earlier versions. */
  signals?: Signals;
}

function toSignals(text: string | null): Pick<SnapshotRecord, 'signals'> {
  if (text === null) return {};
  const { signals } = parseSignals(JSON.parse(text));
  return signals ? { signals } : {};
}

/** The snapshots from a day on, oldest first. Days without a sweep have none. */
export async function listSnapshots(
  db: Db,
  { since }: { since: string },
): Promise<SnapshotRecord[]> {
  const rows = await db<{
    day: string;
    definition_version: string;
    new_definitions: boolean | number;
    counts: string;
    signals: string | null;
  }>('maturity_snapshots')
    .where('day', '>=', since)
    .orderBy('day');
  return rows.map(row => ({
    day: row.day,
    definitionVersion: row.definition_version,
    newDefinitions: Boolean(row.new_definitions),
    counts: snapshotCountsSchema.parse(JSON.parse(row.counts)),
    ...toSignals(row.signals),
  }));
}

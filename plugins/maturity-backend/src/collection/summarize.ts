import type { CatalogGraph } from '@backstage-maturity/plugin-maturity-common';
import {
  assertNewestSweep,
  recordSnapshot,
  type StoredHead,
} from '../database';
import { completeAdviceInput } from './completeAdviceInput';
import type { Run, SweepOptions } from './SweepOptions';

/**
 * Making the advice and counting the organization looks at every scorecard, so it follows single changes
 * at this distance.
 */
export const SUMMARIZE_EVERY_MS = 60_000;

/** Makes the advice of all scorecards, and stores it. */
export async function storeAdvice(
  options: SweepOptions,
  run: Run,
  catalog: { graph: CatalogGraph; heads: ReadonlyMap<string, StoredHead> },
): Promise<void> {
  const { db, definitions, advice, onStored } = options;
  const { graph, heads } = catalog;
  await completeAdviceInput(advice, { db, heads, definitions });
  const scorecards = advice.scorecards();
  run.signal.throwIfAborted();
  await db.transaction(async tx => {
    await assertNewestSweep(tx, run.id);
    await onStored?.(tx, { graph, scorecards });
  });
}

/** Counts the organization as it is stored now. */
export async function countOrganization(
  tx: Parameters<typeof recordSnapshot>[0],
  { definitions, readSignals }: SweepOptions,
  { now }: Run,
): Promise<void> {
  const definitionVersion = definitions.version;
  const signals = await readSignals?.(tx);
  await recordSnapshot(tx, { now, definitionVersion, signals });
}

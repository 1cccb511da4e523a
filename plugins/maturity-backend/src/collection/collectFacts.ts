import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import { type FactRecord, listSweeps, writeFacts } from '../database';
import type { FactSet } from '../facts';
import type { Run, SweepOptions } from './SweepOptions';

/**
 * Asks the fact providers about some entities and stores what they gave, before verdicts follow from it.
 *
 * @param stored - what is stored of these entities, and of those that are gone
 */
export async function collectFacts(
  { db, facts: collector }: SweepOptions,
  { id, now, signal }: Run,
  asked: { views: readonly EntityView[]; stored: readonly FactRecord[] },
): Promise<FactSet> {
  const [last] = await listSweeps(db, { limit: 1, status: 'succeeded' });
  const { facts, changes } = await collector.collect(asked.views, {
    stored: asked.stored,
    signal,
    now,
    confirmedAt: last?.startedAt,
  });
  signal.throwIfAborted();
  await writeFacts(db, changes, id);
  return facts;
}

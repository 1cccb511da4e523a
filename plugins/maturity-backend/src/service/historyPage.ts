import type {
  HistoryItem,
  HistoryPage,
} from '@backstage-maturity/plugin-maturity-common';
import {
  type Db,
  type Grounds,
  type HistoryRecord,
  listHistory,
} from '../database';

type WireGrounds = NonNullable<HistoryItem['checks'][number]['before']>;

function toGrounds({ reason, details, evidence }: Grounds): WireGrounds {
  return {
    reason,
    ...(details ? { details: { ...details } } : {}),
    ...(evidence ? { evidence: { ...evidence } } : {}),
  };
}

function toItem(record: HistoryRecord): HistoryItem {
  const { stage, levels, checks } = record.changes;
  return {
    changedAt: new Date(record.changedAt).toISOString(),
    definitionVersion: record.definitionVersion,
    newDefinitions: record.newDefinitions,
    ...(stage ? { stage: { from: stage[0], to: stage[1] } } : {}),
    levels: levels.map(([track, from, to]) => ({ track, from, to })),
    checks: checks.map(({ before, after, ...change }) => ({
      ...change,
      ...(before ? { before: toGrounds(before) } : {}),
      ...(after ? { after: toGrounds(after) } : {}),
    })),
  };
}

/** A page of the changes of one entity; its cursor is the number of its last change. */
export async function readHistoryPage(
  db: Db,
  query: { entityRef: string; before?: number; limit: number },
): Promise<HistoryPage> {
  const { limit } = query;
  const found = await listHistory(db, { ...query, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last;
  return {
    items: page.map(toItem),
    pageInfo: more ? { nextCursor: String(last.id) } : {},
  };
}

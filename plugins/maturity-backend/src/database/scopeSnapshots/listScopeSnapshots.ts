import { z } from 'zod';
import type { Db } from '../dialect';

/** Counts of a group, system or domain on one UTC day. */
export interface ScopeSnapshotRecord {
  /** `YYYY-MM-DD`. */
  day: string;
  definitionVersion: string;
  /** True when the day before had other definitions. */
  newDefinitions: boolean;
  /** Hash of the references of the components that were counted. */
  membersHash: string;
  /** Entities by stage; `leaving` for deprecated ones. */
  stages: ReadonlyMap<string, number>;
  /** Entities by level on each track, the level as text; `none` where the track does not apply. */
  tracks: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const countSchema = z.number().int();

function parseCounts(
  text: string,
): Pick<ScopeSnapshotRecord, 'stages' | 'tracks'> {
  const stages = new Map<string, number>();
  const tracks = new Map<string, Map<string, number>>();
  const counts: unknown = JSON.parse(text);
  for (const [key, value] of Object.entries(counts ?? {})) {
    const count = countSchema.parse(value);
    const [, kind, word, step] = /^(\w+):(.*):(\w+)$/.exec(key) ?? [];
    if (kind === 'stage') stages.set(step, count);
    if (kind !== 'level') continue;
    const levels = tracks.get(word) ?? new Map<string, number>();
    tracks.set(word, levels.set(step, count));
  }
  return { stages, tracks };
}

/**
 * The counts of a scope on each day of a snapshot of the organization, oldest first. A stored row holds
 * until the next one; before the first there is nothing.
 */
export async function listScopeSnapshots(
  db: Db,
  { scopeRef, since }: { scopeRef: string; since: string },
): Promise<ScopeSnapshotRecord[]> {
  const days = await db<{
    day: string;
    definition_version: string;
    new_definitions: boolean | number;
  }>('maturity_snapshots')
    .where('day', '>=', since)
    .orderBy('day')
    .select('day', 'definition_version', 'new_definitions');
  const [first] = days;
  if (!first) return [];
  const stored = await db<{
    scope_ref: string;
    day: string;
    members_hash: string;
    counts: string;
  }>('maturity_scope_snapshots')
    .where('scope_ref', scopeRef)
    .where(
      'day',
      '>=',
      db.raw(
        `coalesce((
          select max(day) from maturity_scope_snapshots
          where scope_ref = ? and day <= ?
        ), '')`,
        [scopeRef, first.day],
      ),
    )
    .orderBy('day');
  const changes = stored.map(row => ({ row, counts: parseCounts(row.counts) }));
  const found: ScopeSnapshotRecord[] = [];
  let next = 0;
  for (const { day, definition_version, new_definitions } of days) {
    while (next < changes.length && changes[next].row.day <= day) next += 1;
    const change = changes[next - 1];
    if (next === 0) continue;
    found.push({
      day,
      definitionVersion: definition_version,
      newDefinitions: Boolean(new_definitions),
      membersHash: change.row.members_hash,
      ...change.counts,
    });
  }
  return found;
}

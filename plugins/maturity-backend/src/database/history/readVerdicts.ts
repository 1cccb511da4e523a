import type { Stage, Status } from '@backstage-maturity/plugin-maturity-common';
import { type Db, whereAmong } from '../dialect';
import type { Verdicts } from './changesBetween';

interface CardRow {
  entity_ref: string;
  stage: Stage | null;
  definition_version: string;
  passed: string;
}

interface LevelRow {
  entity_ref: string;
  track: string;
  level: number | null;
}

interface StatusRow {
  entity_ref: string;
  check_id: string;
  status: Status;
}

/** The ids in the column `passed`. */
export function passedIds(passed: string): string[] {
  return passed.split('|').filter(id => id !== '');
}

/** The stored verdicts of some entities. */
export async function readVerdicts(
  db: Db,
  entityRefs: readonly string[],
): Promise<Map<string, Verdicts>> {
  const among = { db, column: 'entity_ref', values: entityRefs };
  const cards = db<CardRow>('maturity_scorecards').select(
    'entity_ref',
    'stage',
    'definition_version',
    'passed',
  );
  const levels = db<LevelRow>('maturity_track_scores').select(
    'entity_ref',
    'track',
    'level',
  );
  const statuses = db<StatusRow>('maturity_results').select(
    'entity_ref',
    'check_id',
    'status',
  );
  for (const query of [cards, levels, statuses]) whereAmong(query, among);

  const found = new Map<
    string,
    Verdicts & {
      levels: Map<string, number | null>;
      statuses: Map<string, Status>;
    }
  >();
  for (const row of await cards) {
    found.set(row.entity_ref, {
      definitionVersion: row.definition_version,
      stage: row.stage,
      levels: new Map(),
      statuses: new Map(passedIds(row.passed).map(id => [id, 'pass'])),
    });
  }
  for (const row of await levels) {
    found.get(row.entity_ref)?.levels.set(row.track, row.level);
  }
  for (const row of await statuses) {
    found.get(row.entity_ref)?.statuses.set(row.check_id, row.status);
  }
  return found;
}

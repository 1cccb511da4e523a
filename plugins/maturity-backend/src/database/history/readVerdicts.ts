import type { Stage, Status } from '@backstage-maturity/plugin-maturity-common';
import { type Db, whereAmong } from '../dialect';
import type { OpenResults } from '../scorecards/openResults';
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

/** The ids in the column `passed`. */
export function passedIds(passed: string): string[] {
  return passed.split('|').filter(id => id !== '');
}

/** The stored verdicts of the entities whose open results are given. */
export async function readVerdicts(
  db: Db,
  open: OpenResults,
): Promise<Map<string, Verdicts>> {
  const among = { db, column: 'entity_ref', values: [...open.keys()] };
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
  for (const query of [cards, levels]) whereAmong(query, among);

  const found = new Map<
    string,
    Verdicts & {
      levels: Map<string, number | null>;
    }
  >();
  for (const row of await cards) {
    found.set(row.entity_ref, {
      definitionVersion: row.definition_version,
      stage: row.stage,
      levels: new Map(),
      statuses: new Map<string, Status>([
        ...passedIds(row.passed).map(id => [id, 'pass'] as const),
        ...(open.get(row.entity_ref) ?? []),
      ]),
    });
  }
  for (const row of await levels) {
    found.get(row.entity_ref)?.levels.set(row.track, row.level);
  }
  return found;
}

import { parseEntityRef } from '@backstage/catalog-model';

/** A check that comes next on a track. */
export interface NextCheck {
  check: string;
  title: string;
}

/** Where a new service stands on one track. */
export interface ResultTrack {
  track: string;
  title: string;
  /** Null when the track does not apply, as are the other figures then. */
  level: number | null;
  levelName: string;
  levels: number;
  achievable: number | null;
  /** Percent. */
  score: number | null;
  next: readonly NextCheck[];
}

/** Where a new service stands. */
export interface ResultScorecard {
  entityRef: string;
  tracks: readonly ResultTrack[];
}

/** More would not fit a page, whatever a template puts out. */
const MOST = 50;

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return new Map(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
}

function listOf<T>(value: unknown, read: (item: Fields) => T | undefined): T[] {
  const items: unknown[] = Array.isArray(value) ? value.slice(0, MOST) : [];
  return items.flatMap(item => read(fieldsOf(item)) ?? []);
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown, most: number): number | null {
  return typeof value === 'number' && value >= 0 && value <= most
    ? value
    : null;
}

function readNext(fields: Fields): NextCheck | undefined {
  const check = wordOf(fields.get('check'));
  return check === ''
    ? undefined
    : { check, title: wordOf(fields.get('title')) || check };
}

function readTrack(fields: Fields): ResultTrack | undefined {
  const track = wordOf(fields.get('track'));
  if (track === '') return undefined;
  return {
    track,
    title: wordOf(fields.get('title')) || track,
    level: numberOf(fields.get('level'), MOST),
    levelName: wordOf(fields.get('levelName')),
    levels: numberOf(fields.get('levels'), MOST) ?? 0,
    achievable: numberOf(fields.get('achievable'), MOST),
    score: numberOf(fields.get('score'), 100),
    next: listOf(fields.get('next'), readNext),
  };
}

function isEntityRef(text: string): boolean {
  try {
    return parseEntityRef(text).name !== '';
  } catch {
    return false;
  }
}

/** Reads the output `scorecards` of a template; anything that is none is left out. */
export function readScorecards(value: unknown): ResultScorecard[] {
  return listOf(value, fields => {
    const entityRef = wordOf(fields.get('entityRef'));
    const tracks = listOf(fields.get('tracks'), readTrack);
    return isEntityRef(entityRef) && tracks.length > 0
      ? { entityRef, tracks }
      : undefined;
  });
}

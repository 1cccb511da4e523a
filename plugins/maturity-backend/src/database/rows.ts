import { hash } from 'node:crypto';
import type {
  Stage,
  Status,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';
import { z } from 'zod';
import type { Verdicts } from './history/changesBetween';
import { passedIds } from './history/readVerdicts';
import type { InputRecord } from './inputs/InputRecord';
import type {
  FullScorecardRecord,
  ScorecardRecord,
  SweepRecord,
} from './records';
import { plain } from './plain';
import { packMember } from './rollUps/packMember';
import { isOpen } from './scorecards/openResults';
import { decodeResults, encodePassed, encodeResults } from './storedResults';

/** A moment as the engines give it: PostgreSQL a date, SQLite a number. */
export type Moment = Date | number | string;

/** A row of `maturity_scorecards` without its large columns. */
export interface ScorecardRow {
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  description: string | null;
  type: string;
  lifecycle: ScorecardRecord['lifecycle'];
  tier: ScorecardRecord['tier'];
  owner_ref: string | null;
  system_ref: string | null;
  stage: Stage | null;
  target: ScorecardRecord['target'];
  notes: string;
  overall: number | null;
  definition_version: string;
  evaluated_at: Moment;
}

/** A row of `maturity_track_scores`. */
export interface TrackScoreRow extends Omit<TrackScore, 'next'> {
  entity_ref: string;
  track: string;
  next: string;
}

/** A row of `maturity_sweeps`. */
export interface SweepRow {
  id: number;
  started_at: Moment;
  finished_at: Moment | null;
  status: SweepRecord['status'];
  total: number;
  evaluated: number;
  written: number;
  removed: number;
  error: string | null;
}

const textList = z.array(z.string());

function parseTexts(text: string): string[] {
  return textList.parse(JSON.parse(text));
}

/** Order of the stages in lists. */
const STAGE_RANK: Readonly<Record<Stage, number>> = {
  exploring: 0,
  starting: 1,
  devops: 2,
  sre: 3,
  platform: 4,
};

// A name of thousands of characters can be neither shown nor indexed.
const LONGEST_NAME = 500;
const LONGEST_DESCRIPTION = 2_000;

function short(text: string, longest: number): string {
  const clean = plain(text);
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}

export function momentToMs(moment: Moment): number {
  return typeof moment === 'number' ? moment : new Date(moment).getTime();
}

/** What the three tables hold of one scorecard, values in the order of the column lists. */
export interface ScorecardRows {
  entityRef: string;
  contentHash: string;
  /** Epoch milliseconds. */
  evaluatedAt: number;
  scorecard: readonly (string | number | Date | null)[];
  trackScores: readonly (readonly (string | number | null)[])[];
  /** Statuses that have a row of their own, by check. */
  open: ReadonlyMap<string, Status>;
  /** The column `results` of the scorecard. */
  encodedResults: string;
  /** The part whose changes are history; asked for only when something is replaced. */
  verdicts: () => Verdicts;
  /** What the verdicts depend on; written with them. */
  input?: InputRecord;
}

/** The rows of a scorecard, with a hash of everything but the moment of evaluation. */
export function toScorecardRows(record: FullScorecardRecord): ScorecardRows {
  const title = short(record.title, LONGEST_NAME);
  const name = short(record.name, LONGEST_NAME);
  const results = encodeResults(record.results);
  const trackScores = Object.entries(record.tracks).map(([track, score]) => [
    record.entityRef,
    track,
    score.level,
    score.achievable,
    score.score,
    score.coverage,
    score.proven,
    JSON.stringify(score.next),
  ]);
  const summary = [
    record.entityRef,
    record.kind,
    record.namespace,
    name,
    title,
    record.description && short(record.description, LONGEST_DESCRIPTION),
    short(record.type, LONGEST_NAME),
    record.lifecycle,
    record.tier,
    record.ownerRef && short(record.ownerRef, LONGEST_NAME),
    record.systemRef && short(record.systemRef, LONGEST_NAME),
    record.stage,
    record.target,
    JSON.stringify(record.notes),
    record.overall,
    record.definitionVersion,
  ];
  const contentHash = hash(
    'sha1',
    `${JSON.stringify([summary, trackScores])}\n${results}`,
    'base64url',
  );
  const passed = encodePassed(record.results);
  const rollUp = packMember(record);
  const { definitionVersion, stage } = record;
  const levels = Object.entries(record.tracks).map(
    ([track, { level }]) => [track, level] as const,
  );
  const open = new Map<string, Status>();
  for (const { check, status } of record.results) {
    if (isOpen(status)) open.set(check, status);
  }
  const lowerTitle = title.toLocaleLowerCase('en-US');
  return {
    entityRef: record.entityRef,
    contentHash,
    evaluatedAt: record.evaluatedAt,
    scorecard: [
      ...summary,
      new Date(record.evaluatedAt),
      lowerTitle,
      record.stage && STAGE_RANK[record.stage],
      contentHash,
      passed,
      rollUp.text,
      rollUp.key,
      results,
    ],
    trackScores,
    open,
    encodedResults: results,
    verdicts: () => ({
      definitionVersion,
      stage,
      levels: new Map(levels),
      statuses: new Map<string, Status>([
        ...passedIds(passed).map(id => [id, 'pass'] as const),
        ...open,
      ]),
    }),
  };
}

/** The track scores of several rows, by entity reference. */
export function toTracks(
  rows: readonly TrackScoreRow[],
): Map<string, Record<string, TrackScore>> {
  const tracks = new Map<string, Record<string, TrackScore>>();
  for (const { entity_ref, track, next, ...figures } of rows) {
    let scores = tracks.get(entity_ref);
    if (!scores) tracks.set(entity_ref, (scores = {}));
    scores[track] = {
      level: figures.level,
      achievable: figures.achievable,
      score: figures.score,
      coverage: figures.coverage,
      proven: figures.proven,
      next: parseTexts(next),
    };
  }
  return tracks;
}

export function toScorecardRecord(
  row: ScorecardRow,
  tracks: Readonly<Record<string, TrackScore>> = {},
): ScorecardRecord {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title,
    description: row.description,
    type: row.type,
    lifecycle: row.lifecycle,
    tier: row.tier,
    ownerRef: row.owner_ref,
    systemRef: row.system_ref,
    stage: row.stage,
    target: row.target,
    notes: parseTexts(row.notes),
    tracks,
    overall: row.overall,
    definitionVersion: row.definition_version,
    evaluatedAt: momentToMs(row.evaluated_at),
  };
}

export function toFullScorecardRecord(
  row: ScorecardRow & { results: string },
  tracks: Readonly<Record<string, TrackScore>> = {},
): FullScorecardRecord {
  return {
    ...toScorecardRecord(row, tracks),
    results: decodeResults(row.results),
  };
}

export function toSweepRecord(row: SweepRow): SweepRecord {
  return {
    id: row.id,
    startedAt: momentToMs(row.started_at),
    finishedAt: row.finished_at === null ? null : momentToMs(row.finished_at),
    status: row.status,
    total: row.total,
    evaluated: row.evaluated,
    written: row.written,
    removed: row.removed,
    error: row.error,
  };
}

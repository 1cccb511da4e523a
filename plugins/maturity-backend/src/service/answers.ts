import type {
  CheckDefinition,
  CheckResult,
  ConfigProblem,
  Definitions,
  DefinitionSet,
  CheckDetail,
  ScorecardDetail,
  ScorecardSummary,
  Sweep,
} from '@backstage-maturity/plugin-maturity-common';
import { nextLevelPaths } from '@backstage-maturity/plugin-maturity-common';
import type {
  FullScorecardRecord,
  ScorecardRecord,
  SweepRecord,
} from '../database';

type WireCheck = CheckDetail['check'];

/** A check as it is sent. */
export function toWireCheck(definition: CheckDefinition): WireCheck {
  const { inherits, claims, extraKeys, ...rest } = definition;
  return {
    ...rest,
    inherits: [...inherits],
    claims: [...claims],
    ...(extraKeys ? { extraKeys: [...extraKeys] } : {}),
  };
}

/** The definitions in force as they are sent. */
export function toDefinitions(
  definitions: DefinitionSet,
  problems: readonly ConfigProblem[],
): Definitions {
  return {
    version: definitions.version,
    tracks: definitions.tracks.map(track => ({
      ...track,
      levels: [...track.levels],
    })),
    checks: definitions.checks.map(({ definition }) => toWireCheck(definition)),
    problems: [...problems],
    rollUpShare: definitions.settings.rollUpShare,
  };
}

/** What an answer needs beside what is stored. */
export interface AnswerContext {
  definitions: DefinitionSet;
  /**
   * When the last complete sweep began. A scorecard that did not change then is not written again, but
   * it was evaluated again.
   */
  confirmedAt: number;
}

/** A scorecard without its results as it is sent. */
export function toSummary(
  record: ScorecardRecord,
  { definitions, confirmedAt }: AnswerContext,
): ScorecardSummary {
  return {
    entityRef: record.entityRef,
    title: record.title,
    description: record.description,
    type: record.type,
    lifecycle: record.lifecycle,
    tier: record.tier,
    owner: record.ownerRef,
    system: record.systemRef,
    stage: record.stage,
    target: record.target,
    notes: [...record.notes],
    tracks: toWireTracks(record.tracks, definitions),
    overall: record.overall,
    evaluatedAt: new Date(
      Math.max(record.evaluatedAt, confirmedAt),
    ).toISOString(),
  };
}

function toWireTracks(
  tracks: ScorecardRecord['tracks'],
  definitions: DefinitionSet,
): ScorecardSummary['tracks'] {
  return Object.fromEntries(
    definitions.tracks.flatMap(({ id }) => {
      if (!Object.hasOwn(tracks, id)) return [];
      const score = tracks[id];
      return [[id, { ...score, next: [...score.next] }]];
    }),
  );
}

/** Puts back what the definitions tell of each result, in their order. */
function toResults(
  record: FullScorecardRecord,
  definitions: DefinitionSet,
): CheckResult[] {
  const stored = new Map(record.results.map(result => [result.check, result]));
  return definitions.checks.flatMap(({ definition }) => {
    const result = stored.get(definition.id);
    // A check that came into force after the last sweep has no result yet.
    if (!result) return [];
    const { track, level, remedy } = definition;
    return { ...result, track, level, remedy };
  });
}

function toWireResult(
  result: CheckResult,
): ScorecardDetail['scorecard']['results'][number] {
  const { check, track, level, status, reason, details, remedy } = result;
  return {
    check,
    track,
    level,
    status,
    reason,
    ...(details ? { details: { ...details } } : {}),
    evidence: result.evidence.map(one => ({ ...one })),
    remedy,
  };
}

/** A scorecard with its results as it is sent. */
export function toDetail(
  record: FullScorecardRecord,
  context: AnswerContext,
): ScorecardDetail {
  const { definitions } = context;
  const summary = toSummary(record, context);
  const results = toResults(record, definitions);
  const { entityRef, stage, target, notes, tracks } = summary;
  return {
    definitionVersion: record.definitionVersion,
    scorecard: {
      entityRef,
      stage,
      target,
      notes,
      tracks,
      results: results.map(toWireResult),
    },
    summary,
    nextLevels: nextLevelPaths({ results }, definitions).map(path => ({
      ...path,
      checks: [...path.checks],
    })),
  };
}

/** A sweep as it is sent. */
export function toSweep(record: SweepRecord): Sweep {
  return {
    ...record,
    startedAt: new Date(record.startedAt).toISOString(),
    finishedAt:
      record.finishedAt === null
        ? null
        : new Date(record.finishedAt).toISOString(),
  };
}

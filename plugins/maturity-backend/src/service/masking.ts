import type {
  AdviceAnswer,
  Definitions,
  HistoryPage,
  RollUpItem,
  ScorecardDetail,
  ScorecardSummary,
  Sweep,
} from '@backstage-maturity/plugin-maturity-common';

/** What stands in place of an entity that the caller may not see. */
export const RESTRICTED = 'a restricted entity';

type Seen = ReadonlySet<string>;
type Result = ScorecardDetail['scorecard']['results'][number];
type Details = NonNullable<Result['details']>;
type Change = HistoryPage['items'][number]['checks'][number];
type Grounds = NonNullable<Change['before']>;

// A host with a port has the form of a reference, too, but no namespace is a number.
const REFERENCE = /\b[a-z][a-z0-9]*:(?!\d+\/)[\w.-]+\/[\w.-]+/gi;

function refOrNull(ref: string | null, visible: Seen): string | null {
  return ref !== null && visible.has(ref) ? ref : null;
}

function maskText(text: string, visible: Seen): string {
  return text.replace(REFERENCE, ref =>
    visible.has(ref.toLocaleLowerCase('en-US')) ? ref : RESTRICTED,
  );
}

function maskValue(value: unknown, visible: Seen): unknown {
  if (typeof value === 'string') return maskText(value, visible);
  return Array.isArray(value)
    ? value.map(each => maskValue(each, visible))
    : value;
}

function isHidden(ref: unknown, visible: Seen): boolean {
  return typeof ref === 'string' && !visible.has(ref);
}

// Where a value was inherited from a hidden entity, every word of it is that entity's: only the name of
// the key that was read is ours.
function maskInherited(details: Details): Details {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      key === 'source' || typeof value === 'number' ? value : RESTRICTED,
    ]),
  );
}

function maskDetails(details: Details, visible: Seen): Details {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      maskValue(value, visible),
    ]),
  );
}

function maskEvidence(
  one: Result['evidence'][number],
  visible: Seen,
): Result['evidence'][number] {
  if (isHidden(one.from, visible)) {
    return { ...one, from: RESTRICTED, value: RESTRICTED };
  }
  const source = maskText(one.source, visible);
  return { ...one, source, value: maskText(one.value, visible) };
}

function maskResult(result: Result, visible: Seen): Result {
  const { details, evidence, ...rest } = result;
  const inherited =
    isHidden(details?.from, visible) ||
    evidence.some(one => isHidden(one.from, visible));
  const mask = inherited ? maskInherited : maskDetails;
  return {
    ...rest,
    ...(details ? { details: mask(details, visible) } : {}),
    evidence: evidence.map(one => maskEvidence(one, visible)),
  };
}

function maskGrounds(grounds: Grounds, visible: Seen): Grounds {
  const { reason, details, evidence } = grounds;
  const inherited =
    isHidden(details?.from, visible) || isHidden(evidence?.from, visible);
  const mask = inherited ? maskInherited : maskDetails;
  return {
    reason,
    ...(details ? { details: mask(details, visible) } : {}),
    ...(evidence ? { evidence: maskEvidence(evidence, visible) } : {}),
  };
}

/** Hides the owner and the system when the caller may not see them. */
export function maskSummary(
  summary: ScorecardSummary,
  visible: Seen,
): ScorecardSummary {
  return {
    ...summary,
    owner: refOrNull(summary.owner, visible),
    system: refOrNull(summary.system, visible),
  };
}

/** Hides every other entity that the results name and the caller may not see. */
export function maskDetail(
  detail: ScorecardDetail,
  visible: Seen,
): ScorecardDetail {
  const { goldenPath } = detail;
  return {
    ...detail,
    summary: maskSummary(detail.summary, visible),
    ...(goldenPath
      ? {
          goldenPath: {
            ...goldenPath,
            template: refOrNull(goldenPath.template, visible),
          },
        }
      : {}),
    scorecard: {
      ...detail.scorecard,
      results: detail.scorecard.results.map(result =>
        maskResult(result, visible),
      ),
    },
  };
}

/** Hides every other entity that the grounds of a change name and the caller may not see. */
export function maskHistory(page: HistoryPage, visible: Seen): HistoryPage {
  return {
    ...page,
    items: page.items.map(item => ({
      ...item,
      checks: item.checks.map(({ before, after, ...change }) => ({
        ...change,
        ...(before ? { before: maskGrounds(before, visible) } : {}),
        ...(after ? { after: maskGrounds(after, visible) } : {}),
      })),
    })),
  };
}

/** Hides the parent of a set when the caller may not see it. */
export function maskItem(
  item: RollUpItem,
  visible: Seen | undefined,
): RollUpItem {
  if (!visible) return item;
  return { ...item, parent: refOrNull(item.parent, visible) };
}

/**
 * Leaves of a sweep when it ran and how it ended. Its figures and its error tell of every entity, so the
 * total is that of the caller.
 */
export function maskSweep(sweep: Sweep, total: number): Sweep {
  const error =
    sweep.error === null
      ? null
      : 'The reason is shown to those who may read every scorecard.';
  return { ...sweep, error, total, evaluated: 0, written: 0, removed: 0 };
}

/** Hides what the configuration wrongly holds: it may name any entity, or be a secret in a wrong place. */
export function maskProblems(definitions: Definitions): Definitions {
  const value = 'a value shown only to those who may read every scorecard';
  const problems = definitions.problems.map(each => ({ ...each, value }));
  return { ...definitions, problems };
}

/** Leaves out the entities that the caller may not see; the counts cover the whole catalog. */
export function maskAdvice(answer: AdviceAnswer, visible: Seen): AdviceAnswer {
  const seen = (refs: readonly string[]) =>
    refs.filter(ref => visible.has(ref));
  const { verdicts, nextActions } = answer.advice;
  const maskTrack = (track: (typeof verdicts)['devops']) => ({
    ...track,
    evidence: track.evidence.map(one => ({
      ...one,
      entityRefs: seen(one.entityRefs),
    })),
  });
  return {
    ...answer,
    advice: {
      ...answer.advice,
      verdicts: {
        devops: maskTrack(verdicts.devops),
        sre: maskTrack(verdicts.sre),
        platform: maskTrack(verdicts.platform),
      },
      nextActions: nextActions.map(action => ({
        ...action,
        entityRefs: seen(action.entityRefs),
        text: maskText(action.text, visible),
        filter: maskText(action.filter, visible),
      })),
    },
  };
}

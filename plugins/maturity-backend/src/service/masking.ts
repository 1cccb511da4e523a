import type {
  AdviceAnswer,
  Definitions,
  HistoryPage,
  RollUpItem,
  ScorecardDetail,
  ScorecardSummary,
  Sweep,
} from '@backstage-maturity/plugin-maturity-common';
import { maskGrounds, maskResult } from './maskResult';
import { maskWords, type Seen } from './maskText';

function refOrNull(ref: string | null, visible: Seen): string | null {
  return ref !== null && visible.has(ref) ? ref : null;
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
        text: maskWords(action.text, visible),
        filter: maskWords(action.filter, visible),
      })),
    },
  };
}

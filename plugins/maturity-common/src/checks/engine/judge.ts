import type { EntityView } from '../../entity';
import type { CheckContext, Decision, Evidence } from '../types';
import { contradictionOf } from './contradiction';
import { strongestFirst } from './evidence';
import { detailsOf, passReason } from './reading';
import type { Accepted, Reading } from './reading';
import type { Traits } from './traits';

/**
 * A verdict before the faults of our own are considered.
 *
 * @public
 */
export interface Verdict {
  decision: Decision;
  /** Whether evidence in the repository could not have changed it. */
  settled: boolean;
}

function evidenceOf(
  { accepted }: Reading,
  supporting: readonly Evidence[],
): readonly Evidence[] {
  // The commonest case by far.
  if (accepted.length === 1 && supporting.length === 0) {
    return [accepted[0].evidence];
  }
  return strongestFirst([
    ...accepted.map(({ evidence }) => evidence),
    ...supporting,
  ]);
}

/** Everything that was found, what speaks against passing included. */
function allEvidence(
  reading: Reading,
  found: readonly Evidence[],
): readonly Evidence[] {
  const { negative, failure, objection, doubt } = reading;
  const against = [negative, failure, objection, doubt].flatMap(
    each => each?.evidence ?? [],
  );
  return strongestFirst([...new Set([...against, ...found])]);
}

function strongest(
  accepted: readonly Accepted[],
  evidence: Evidence,
): Accepted {
  return accepted.find(each => each.evidence === evidence) ?? accepted[0];
}

/** The verdict of what was read at one place, in the order fail, pass, unknown. */
export function judge(
  traits: Traits,
  reading: Reading,
  options: {
    view: EntityView;
    context: CheckContext;
    supporting: readonly Evidence[];
    self: boolean;
  },
): Verdict {
  const { view, context, self } = options;
  const { condition } = traits;
  const found = evidenceOf(reading, options.supporting);
  const contradicted = self
    ? contradictionOf(reading, traits, context)
    : undefined;
  const against = reading.negative ?? reading.failure;
  if (contradicted && (reading.negative || !reading.failure)) {
    return {
      decision: {
        status: 'fail',
        reason: 'contradicted',
        details: contradicted,
        evidence: allEvidence(reading, found),
      },
      settled: true,
    };
  }
  if (against) {
    return {
      decision: {
        status: 'fail',
        reason: against.reason,
        details: against.details,
        evidence: allEvidence(reading, found),
      },
      settled: self,
    };
  }
  if (reading.accepted.length > 0) {
    const first = strongest(reading.accepted, found[0]);
    const open = condition !== undefined && !condition.holds(view, context);
    return {
      decision: {
        status: open ? 'unknown' : 'pass',
        reason: open ? condition.otherwise : passReason(first),
        details: detailsOf(first),
        evidence: found,
      },
      settled: !open,
    };
  }
  const rest = reading.doubt ?? reading.objection;
  return {
    decision: {
      status: reading.doubt || !rest ? 'unknown' : 'fail',
      reason: rest?.reason ?? 'no-evidence',
      details: rest?.details,
      evidence: allEvidence(reading, found),
    },
    settled: false,
  };
}

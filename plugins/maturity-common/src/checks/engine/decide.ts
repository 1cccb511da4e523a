import type { EntityView } from '../../entity';
import type { FailReason, UnknownReason } from '../reasons';
import type {
  CheckContext,
  CheckDefinition,
  Decision,
  Evidence,
} from '../types';
import { contradictionOf } from './contradiction';
import { piece, strongestFirst } from './evidence';
import { inherit } from './inheritance';
import { detailsOf, passReason, readPlace } from './reading';
import type { Accepted, Reading, Refused } from './reading';
import type { KeyTrait, Traits } from './traits';

/** Source of the facts of a file tree, as `facts.errors` names it. */
export const REPOSITORY_SOURCE = 'repository';

/** A check with everything that can be known before the first entity. */
export interface PreparedCheck {
  definition: CheckDefinition;
  traits: Traits;
  keys: readonly KeyTrait[];
  linkTypes: readonly string[];
  missing: Decision;
  noEvidence: Decision;
}

/** A verdict before the faults of our own are considered. */
interface Verdict {
  decision: Decision;
  /** Whether evidence in the repository could not have changed it. */
  settled: boolean;
}

function evidenceOf(reading: Reading, supporting: readonly Evidence[]) {
  return strongestFirst([
    ...reading.accepted.map(({ evidence }) => evidence),
    ...supporting,
  ]);
}

function refusal(
  status: 'fail' | 'unknown',
  refused: Refused<FailReason | UnknownReason>,
  found: readonly Evidence[],
): Decision {
  const others =
    refused.evidence.length === 0
      ? found
      : [
          ...refused.evidence,
          ...found.filter(each => !refused.evidence.includes(each)),
        ];
  return {
    status,
    reason: refused.reason,
    details: refused.details,
    evidence: others,
  };
}

function strongest(
  accepted: readonly Accepted[],
  evidence: Evidence,
): Accepted {
  return accepted.find(each => each.evidence === evidence) ?? accepted[0];
}

/** The verdict of what was read at one place, in the order fail, pass, unknown. */
function judge(
  check: PreparedCheck,
  reading: Reading,
  options: {
    view: EntityView;
    context: CheckContext;
    supporting: readonly Evidence[];
    self: boolean;
  },
): Verdict {
  const { view, context, self } = options;
  const { condition } = check.traits;
  const found = evidenceOf(reading, options.supporting);
  const details = self
    ? contradictionOf(reading, check.traits, context)
    : undefined;
  if (reading.negative) {
    const refused = details
      ? { ...reading.negative, reason: 'contradicted' as const, details }
      : reading.negative;
    return { decision: refusal('fail', refused, found), settled: self };
  }
  if (reading.failure) {
    return { decision: refusal('fail', reading.failure, found), settled: self };
  }
  if (details) {
    return {
      decision: {
        status: 'fail',
        reason: 'contradicted',
        details,
        evidence: found,
      },
      settled: true,
    };
  }
  if (reading.accepted.length > 0) {
    const first = strongest(reading.accepted, found[0]);
    if (condition && !condition.holds(view, context)) {
      return {
        decision: {
          status: 'unknown',
          reason: condition.otherwise,
          details: detailsOf(first),
          evidence: found,
        },
        settled: false,
      };
    }
    return {
      decision: {
        status: 'pass',
        reason: passReason(first),
        details: detailsOf(first),
        evidence: found,
      },
      settled: true,
    };
  }
  if (reading.doubt) {
    return {
      decision: refusal('unknown', reading.doubt, found),
      settled: false,
    };
  }
  return {
    decision: reading.objection
      ? refusal('fail', reading.objection, found)
      : { status: 'unknown', reason: 'no-evidence', evidence: found },
    settled: false,
  };
}

function observations(
  check: PreparedCheck,
  context: CheckContext,
): readonly Evidence[] {
  const seen = context.facts.repository?.seen;
  const { id } = check.definition;
  if (!seen || !check.traits.seen || !Object.hasOwn(seen, id)) {
    return [];
  }
  return seen[id].map(({ source, value }) =>
    piece({ strength: 'observed', source, value }),
  );
}

/** Adds what the question of a check found to what its keys say. */
function ask(
  check: PreparedCheck,
  options: {
    view: EntityView;
    context: CheckContext;
    reading: Reading | undefined;
  },
): Reading | undefined {
  const { view, context } = options;
  const finding = check.traits.question?.(view, context);
  if (!finding) {
    return options.reading;
  }
  const reading: Reading = options.reading ?? { accepted: [] };
  switch (finding.kind) {
    case 'evidence':
      for (const evidence of finding.evidence) {
        const { reason, details } = finding;
        reading.accepted.push({ evidence, reason, details });
      }
      break;
    case 'failure': {
      const { reason, details, evidence = [] } = finding;
      const slot = finding.objection ? 'objection' : 'failure';
      reading[slot] ??= { reason, details, evidence };
      break;
    }
    case 'doubt': {
      const { reason, details, evidence = [] } = finding;
      reading.doubt ??= { reason, details, evidence };
      break;
    }
    default: {
      const unreachable: never = finding;
      throw new TypeError(`There is no such finding: ${unreachable}.`);
    }
  }
  return reading;
}

function absent(
  check: PreparedCheck,
  context: CheckContext,
  supporting: readonly Evidence[],
): Verdict {
  const { id } = check.definition;
  const { absence } = context.settings;
  const status = Object.hasOwn(absence, id)
    ? absence[id]
    : check.definition.absent;
  const decision = status === 'fail' ? check.missing : check.noEvidence;
  return {
    decision:
      supporting.length === 0
        ? decision
        : { ...decision, evidence: supporting },
    settled: false,
  };
}

function judgeEverywhere(
  check: PreparedCheck,
  view: EntityView,
  context: CheckContext,
): Verdict {
  const { keys, linkTypes, traits } = check;
  const seen = observations(check, context);
  const supporting = traits.seen === 'supporting' ? seen : [];
  let reading = ask(check, {
    view,
    context,
    reading: readPlace(view, { keys, linkTypes, context, inherited: false }),
  });
  if (traits.seen === 'sufficient' && seen.length > 0) {
    reading ??= { accepted: [] };
    reading.accepted.push(...seen.map(evidence => ({ evidence })));
  }
  if (reading) {
    return judge(check, reading, { view, context, supporting, self: true });
  }
  const inherited =
    traits.inherits &&
    inherit(view, {
      keys,
      linkTypes,
      inherits: traits.inherits,
      context,
    });
  if (inherited?.reading) {
    return judge(check, inherited.reading, {
      view,
      context,
      supporting,
      self: false,
    });
  }
  if (inherited) {
    return {
      decision: {
        status: 'unknown',
        reason: 'outside-graph',
        details: { targets: inherited.outside },
        evidence: supporting,
      },
      settled: false,
    };
  }
  return absent(check, context, supporting);
}

/** Decides a built-in check for an entity to which it applies. */
export function decide(
  check: PreparedCheck,
  view: EntityView,
  context: CheckContext,
): Decision {
  const { decision, settled } = judgeEverywhere(check, view, context);
  const { errors } = context.facts;
  if (
    settled ||
    decision.status === 'pass' ||
    !errors ||
    !Object.hasOwn(errors, REPOSITORY_SOURCE) ||
    !(check.traits.repository ?? check.traits.seen === 'sufficient')
  ) {
    return decision;
  }
  return {
    status: 'unknown',
    reason: 'error',
    details: { source: REPOSITORY_SOURCE, message: errors[REPOSITORY_SOURCE] },
    evidence: decision.evidence,
  };
}

import type { EntityView } from '../../entity';
import type {
  CheckContext,
  CheckDefinition,
  Decision,
  Evidence,
} from '../types';
import { piece, shown } from './evidence';
import { inherit } from './inheritance';
import { judge } from './judge';
import type { Verdict } from './judge';
import { readPlace } from './reading';
import type { Reading } from './reading';
import { RememberedVerdicts } from './RememberedVerdicts';
import type { Finding, KeyTrait, Traits } from './traits';

/**
 * Source of the facts of a file tree, as `facts.errors` names it.
 *
 * @public
 */
export const REPOSITORY_SOURCE = 'repository';

/** A check with everything that can be known before the first entity. */
export interface PreparedCheck {
  definition: CheckDefinition;
  traits: Traits;
  keys: readonly KeyTrait[];
  linkTypes: readonly string[];
  missing: Decision;
  noEvidence: Decision;
  remembered: RememberedVerdicts;
}

const NOTHING: readonly Evidence[] = Object.freeze([]);

function observations(
  check: PreparedCheck,
  context: CheckContext,
): readonly Evidence[] {
  const seen = context.facts.repository?.seen;
  const { id } = check.definition;
  if (!seen || !check.traits.seen || !Object.hasOwn(seen, id)) {
    return NOTHING;
  }
  return seen[id].map(({ source, value }) =>
    piece({ strength: 'observed', source, value }),
  );
}

/** Adds what the question of a check found to what its keys say. */
function withFinding(
  before: Reading | undefined,
  finding: Finding | undefined,
): Reading | undefined {
  if (!finding) {
    return before;
  }
  const reading: Reading = before ?? { accepted: [] };
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
  asked: {
    view: EntityView;
    context: CheckContext;
    finding?: Finding;
  },
): Verdict {
  const { view, context, finding } = asked;
  const { keys, linkTypes, traits } = check;
  const seen = observations(check, context);
  let reading = withFinding(
    readPlace(view, { keys, linkTypes, context, inherited: false }),
    finding,
  );
  const counts =
    traits.seen === 'sufficient' ||
    (traits.seen === 'confirming' && (reading?.accepted.length ?? 0) > 0);
  const supporting =
    counts || seen.length === 0
      ? NOTHING
      : seen.map(each => ({ ...each, supporting: true }));
  if (counts && seen.length > 0) {
    reading ??= { accepted: [] };
    reading.accepted.push(...seen.map(evidence => ({ evidence })));
  }
  return reading
    ? judge(traits, reading, { view, context, supporting, self: true })
    : judgeAbove(check, { view, context, supporting });
}

/** The verdict on an entity of which nothing speaks by itself. */
function judgeAbove(
  check: PreparedCheck,
  asked: {
    view: EntityView;
    context: CheckContext;
    supporting: readonly Evidence[];
  },
): Verdict {
  const { view, context, supporting } = asked;
  const { keys, linkTypes, traits } = check;
  const inherited =
    traits.inherits &&
    inherit(view, {
      keys,
      linkTypes,
      inherits: traits.inherits,
      context,
    });
  if (inherited?.reading) {
    return judge(traits, inherited.reading, {
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

function verdictOn(
  check: PreparedCheck,
  view: EntityView,
  context: CheckContext,
): Verdict {
  const { traits, remembered } = check;
  const finding = traits.question?.(view, context);
  const slot =
    finding || traits.condition ? undefined : remembered.slotOf(view, context);
  if (slot === 'silent') {
    return judgeAbove(check, { view, context, supporting: NOTHING });
  }
  const known = slot?.byText.get(slot.text);
  if (known) {
    return known;
  }
  const verdict = judgeEverywhere(check, {
    view,
    context,
    finding,
  });
  if (slot) {
    RememberedVerdicts.keep(slot, verdict);
  }
  return verdict;
}

/** Decides a built-in check for an entity to which it applies. */
export function decide(
  check: PreparedCheck,
  view: EntityView,
  context: CheckContext,
): Decision {
  const { decision, settled } = verdictOn(check, view, context);
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
    details: {
      source: REPOSITORY_SOURCE,
      message: shown(errors[REPOSITORY_SOURCE]),
    },
    evidence: decision.evidence,
  };
}

import { isError } from '@backstage/errors';
import { parseIsoDate } from '../entity';
import type { EntityView } from '../entity';
import type { CatalogGraph } from '../graph/types';
import { Clock } from './Clock';
import { createContext } from './context';
import { MAX_VALUE_LENGTH, shown } from './engine/evidence';
import { parseDecision, parseNotApplicable } from './engine/parseDecision';
import { exemptionsOf } from './exemptions';
import type {
  Check,
  CheckContext,
  CheckDefinition,
  CheckResult,
  Decision,
  DefinitionSet,
  EntityFacts,
  Exemption,
  NotApplicable,
  ReasonDetails,
} from './types';

const NOTHING: CheckResult['evidence'] = Object.freeze([]);

/**
 * Most results of a catalog say that a check does not apply, for one of few reasons: those whose
 * reason is frozen are made once and shared.
 */
const shared = new WeakMap<
  CheckDefinition,
  WeakMap<NotApplicable, CheckResult>
>();

function notApplicable(
  definition: CheckDefinition,
  why: NotApplicable,
): CheckResult {
  const known = shared.get(definition)?.get(why);
  if (known) {
    return known;
  }
  const result: CheckResult = {
    check: definition.id,
    track: definition.track,
    level: definition.level,
    status: 'not-applicable',
    reason: why.reason,
    ...(why.details && { details: why.details }),
    evidence: NOTHING,
    remedy: definition.remedy,
  };
  if (Object.isFrozen(why)) {
    const byReason = shared.get(definition) ?? new WeakMap();
    byReason.set(why, Object.freeze(result));
    shared.set(definition, byReason);
  }
  return result;
}

/** The decision that nothing was found is the same object for every entity, and so is its result. */
const sharedDecisions = new WeakMap<
  Decision,
  { definition: CheckDefinition; result: CheckResult }
>();

function decided(definition: CheckDefinition, decision: Decision): CheckResult {
  const known = sharedDecisions.get(decision);
  if (known?.definition === definition) {
    return known.result;
  }
  const result = resultOf(definition, decision);
  if (Object.isFrozen(decision)) {
    sharedDecisions.set(decision, {
      definition,
      result: Object.freeze(result),
    });
  }
  return result;
}

/** Most names that details list: a broken file can refer to any number of entities. */
const MAX_NAMES = 100;

function isShort(value: ReasonDetails[string]): boolean {
  if (typeof value === 'string') return value.length <= MAX_VALUE_LENGTH;
  return Array.isArray(value)
    ? value.length <= MAX_NAMES && value.every(isShort)
    : true;
}

function areShort(details: ReasonDetails): boolean {
  for (const key of Object.keys(details)) {
    if (!isShort(details[key])) return false;
  }
  return true;
}

// Names of entities that do not exist are as long as somebody wrote them.
function shownDetails(details: ReasonDetails): ReasonDetails {
  if (areShort(details)) return details;
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => {
      if (typeof value === 'string') return [key, shown(value)];
      return Array.isArray(value)
        ? [key, value.slice(0, MAX_NAMES).map(shown)]
        : [key, value];
    }),
  );
}

function resultOf(
  definition: CheckDefinition,
  decision: Decision,
): CheckResult {
  const details = decision.details && shownDetails(decision.details);
  const { id: check, track, level, remedy } = definition;
  const { status, reason } = decision;
  const evidence = decision.evidence ?? NOTHING;
  return details === undefined
    ? { check, track, level, status, reason, evidence, remedy }
    : { check, track, level, status, reason, details, evidence, remedy };
}

function exempted(result: CheckResult, exemption: Exemption): CheckResult {
  const { reason, until, approvedBy } = exemption;
  return {
    ...result,
    status: 'exempt',
    reason: 'exempt',
    details: {
      waiver: shown(reason),
      until,
      ...(approvedBy !== undefined && { approvedBy: shown(approvedBy) }),
      status: result.status,
    },
  };
}

function broken(definition: CheckDefinition, message: string): CheckResult {
  return resultOf(definition, {
    status: 'unknown',
    reason: 'error',
    details: { source: definition.id, message: shown(message) },
  });
}

function isTrusted(check: Check): boolean {
  return check.definition.builtIn && 'traits' in check;
}

function isAnnounced(definition: CheckDefinition, clock: Clock): boolean {
  const first =
    definition.from === undefined ? undefined : parseIsoDate(definition.from);
  return first !== undefined && !clock.reached(first.day);
}

function evaluateCheck(
  check: Check,
  view: EntityView,
  context: CheckContext,
): CheckResult {
  const { definition } = check;
  if (isAnnounced(definition, context.clock)) {
    return notApplicable(definition, {
      reason: 'announced',
      details: { from: definition.from ?? '' },
    });
  }
  try {
    const why = check.notApplicable(view, context);
    if (why) {
      return notApplicable(
        definition,
        isTrusted(check) ? why : parseNotApplicable(why) ?? why,
      );
    }
    const decision = check.decide(view, context);
    return decided(
      definition,
      isTrusted(check) ? decision : parseDecision(decision),
    );
  } catch (error) {
    return broken(definition, isError(error) ? error.message : String(error));
  }
}

/**
 * The results of all checks for one entity, in the order of the definitions, those that do not apply
 * included. Never throws because of a check: what a check throws becomes an unknown result with the
 * reason `error`. `now` is in epoch milliseconds; a clock that is given must show it, and keeps when
 * the results next change by time alone.
 *
 * @public
 */
export function evaluate(
  view: EntityView,
  options: {
    graph: CatalogGraph;
    definitions: Pick<DefinitionSet, 'checks' | 'settings'>;
    facts: EntityFacts;
    now: number;
    clock?: Clock;
  },
): CheckResult[] {
  const { graph, definitions, facts, now } = options;
  const clock = options.clock ?? new Clock(now);
  const { checks, settings } = definitions;
  const context = createContext({
    view,
    graph,
    settings,
    facts,
    now,
    clock,
  });
  const exemptionOf = exemptionsOf(view, settings, clock);
  return checks.map(check => {
    const result = evaluateCheck(check, view, context);
    const exemption =
      result.status === 'not-applicable'
        ? undefined
        : exemptionOf?.(check.definition.id);
    return exemption ? exempted(result, exemption) : result;
  });
}

import { isError } from '@backstage/errors';
import { parseIsoDate } from '../entity';
import type { EntityView } from '../entity';
import type { CatalogGraph } from '../graph/types';
import { Clock } from './Clock';
import { createContext } from './context';
import { MAX_VALUE_LENGTH, shown } from './engine/evidence';
import { parseDecision, parseNotApplicable } from './engine/parseDecision';
import { SharedDecision } from './engine/SharedDecision';
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

/** A check with what can be known of it before the first entity. */
interface Prepared {
  check: Check;
  isTrusted: boolean;
  /** The first day on which it counts, in days since 1970-01-01. */
  firstDay: number | undefined;
  /**
   * Most results of a catalog say that a check does not apply, for one of few reasons: those whose
   * reason is frozen are made once and shared.
   */
  notApplicable: Map<NotApplicable, CheckResult>;
}

/** Most shared results that are kept of one check: a reason may name a type, which is text of users. */
const MOST_SHARED = 200;

const prepared = new WeakMap<readonly Check[], readonly Prepared[]>();

function prepare(checks: readonly Check[]): readonly Prepared[] {
  const known = prepared.get(checks);
  if (known) {
    return known;
  }
  const made = checks.map(check => {
    const { builtIn, from } = check.definition;
    return {
      check,
      isTrusted: builtIn && 'traits' in check,
      firstDay: from === undefined ? undefined : parseIsoDate(from)?.day,
      notApplicable: new Map<NotApplicable, CheckResult>(),
    };
  });
  prepared.set(checks, made);
  return made;
}

function notApplicable(
  { check: { definition }, notApplicable: shared }: Prepared,
  why: NotApplicable,
): CheckResult {
  const known = shared.get(why);
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
  if (shared.size < MOST_SHARED && Object.isFrozen(why)) {
    shared.set(why, Object.freeze(result));
  }
  return result;
}

function decided(definition: CheckDefinition, decision: Decision): CheckResult {
  return decision instanceof SharedDecision
    ? decision.result(shared => resultOf(definition, shared))
    : resultOf(definition, decision);
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

function evaluateCheck(
  one: Prepared,
  view: EntityView,
  context: CheckContext,
): CheckResult {
  const { check, isTrusted, firstDay } = one;
  const { definition } = check;
  if (firstDay !== undefined && !context.clock.reached(firstDay)) {
    return notApplicable(one, {
      reason: 'announced',
      details: { from: definition.from ?? '' },
    });
  }
  try {
    const why = check.notApplicable(view, context);
    if (why) {
      return notApplicable(
        one,
        isTrusted ? why : parseNotApplicable(why) ?? why,
      );
    }
    const decision = check.decide(view, context);
    return decided(definition, isTrusted ? decision : parseDecision(decision));
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
  return prepare(checks).map(one => {
    const result = evaluateCheck(one, view, context);
    const exemption =
      exemptionOf && result.status !== 'not-applicable'
        ? exemptionOf(result.check)
        : undefined;
    return exemption ? exempted(result, exemption) : result;
  });
}

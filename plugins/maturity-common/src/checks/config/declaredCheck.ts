import type { EntityView } from '../../entity';
import type {
  Check,
  CheckContext,
  CheckDefinition,
  Decision,
  NotApplicable,
} from '../types';
import { describePredicate, placesOf } from './predicate/describe';
import { evidenceOf } from './predicate/evidence';
import { holds } from './predicate/holds';
import { entitySubject, unreadSource } from './predicate/subject';
import type { Place, Predicate } from './predicate/types';

/** Shared and frozen, so that the engine can share the results that it leads to. */
const FILTERED: NotApplicable = Object.freeze({ reason: 'filter' });

/** The rule of a declared check, parsed once per definition set. */
export interface DeclaredRule {
  /** Undefined: every Component. */
  applies?: Predicate;
  pass: Predicate;
  fail?: Predicate;
  unknown?: Predicate;
}

/** All places that a rule looks at. */
export function rulePlaces(rule: DeclaredRule): Place[] {
  return [rule.applies, rule.fail, rule.pass, rule.unknown].flatMap(predicate =>
    predicate ? placesOf(predicate) : [],
  );
}

/**
 * Makes a check out of a declared rule. Order of decision: applies, fail, pass, unknown, otherwise what
 * absence means for this check.
 */
export function createDeclaredCheck(
  definition: CheckDefinition,
  rule: DeclaredRule,
): Check {
  const places = rulePlaces(rule);
  const appliesPlaces = rule.applies ? placesOf(rule.applies) : [];
  const wanted = describePredicate(rule.pass);

  return {
    definition,

    notApplicable(
      view: EntityView,
      context: CheckContext,
    ): NotApplicable | undefined {
      if (!rule.applies) {
        return view.kind === 'component' ? undefined : FILTERED;
      }
      // A filter over a fact that could not be read must not hide the check: `decide` says why.
      if (unreadSource(appliesPlaces, context.facts)) {
        return undefined;
      }
      return holds(rule.applies, entitySubject(view, context))
        ? undefined
        : FILTERED;
    },

    decide(view: EntityView, context: CheckContext): Decision {
      const unread = unreadSource(places, context.facts);
      if (unread) {
        return {
          status: 'unknown',
          reason: 'error',
          details: { source: unread.source, message: unread.message },
        };
      }
      const subject = entitySubject(view, context);
      if (rule.fail && holds(rule.fail, subject)) {
        return {
          status: 'fail',
          reason: 'rule-failed',
          details: { rule: describePredicate(rule.fail) },
          evidence: evidenceOf(rule.fail, subject),
        };
      }
      if (holds(rule.pass, subject)) {
        return {
          status: 'pass',
          reason: 'rule-met',
          evidence: evidenceOf(rule.pass, subject),
        };
      }
      if (rule.unknown && holds(rule.unknown, subject)) {
        return {
          status: 'unknown',
          reason: 'rule-unknown',
          details: { rule: describePredicate(rule.unknown) },
        };
      }
      const { absence } = context.settings;
      return {
        status: Object.hasOwn(absence, definition.id)
          ? absence[definition.id]
          : definition.absent,
        reason: 'rule-not-met',
        details: { rule: wanted },
      };
    },
  };
}

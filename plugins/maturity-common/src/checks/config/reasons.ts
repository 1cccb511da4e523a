import type { ReasonText } from '../reasons';

const TEXTS = {
  filter: {
    status: 'not-applicable',
    text: 'The filter under which this check applies does not match.',
  },
  'rule-met': { status: 'pass', text: 'The rule of this check holds.' },
  'rule-failed': {
    status: 'fail',
    text: 'The rule for failing this check holds: {{rule}}.',
  },
  'rule-unknown': {
    status: 'unknown',
    text: 'This check cannot tell, because {{rule}}.',
  },
  'rule-not-met': {
    status: 'fail',
    text: 'The rule of this check does not hold. It asks that {{rule}}.',
  },
} as const satisfies Readonly<Record<string, ReasonText>>;

/**
 * Every code that explains a result of a declared check.
 *
 * @public
 */
export type DeclaredReasonCode = keyof typeof TEXTS;

/**
 * The reasons of declared checks. `rule-not-met` explains a fail, or an unknown where absence means
 * that.
 *
 * @public
 */
export const DECLARED_REASONS: ReadonlyMap<string, ReasonText> = new Map(
  Object.entries(TEXTS),
);

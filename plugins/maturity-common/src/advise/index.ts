export * from './types';
export { advise, triggersOf } from './advise';
export type { AdviseOptions } from './advise';
export { countSignals } from './count/countSignals';
export type { CountSignalsOptions } from './count/countSignals';
export { thresholdCrossings } from './crossings';
export type { DayOfSignals, ThresholdCrossing } from './crossings';
export { measured } from './measured';
export { parseSignals } from './parseSignals';
export { parseOnboardingDays, parseThresholds } from './parseThresholds';
export { RULES, RULE_IDS } from './rules';
export type { RuleReading, AdviceRule, RuleId } from './rules';
export {
  adviceSummary,
  caveatText,
  RULE_SENTENCES,
  ruleEvidenceText,
  ruleText,
} from './text';
export type { RuleText } from './text';
export { DEFAULT_THRESHOLDS } from './thresholds';

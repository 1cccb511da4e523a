export * from './types';
export {
  readSloFile,
  describeSloFileProblem,
  type SloFileOptions,
} from './readSloFile';
export {
  sloRecordingRules,
  sloWeighting,
  type SloRecordingRule,
  type SloWeighting,
} from './recordingRules';
export { sloAlertingRules, type SloAlertingRule } from './alertingRules';
export type { SloLinks } from './links';
export { renderSloRules, type GeneratedSloFile } from './ruleFile';
export { sloDashboardUid } from './dashboardUid';
export { renderSloRuleTests, type SloRuleTestOptions } from './ruleTestFile';
export {
  renderSloDashboard,
  type SloDashboardOptions,
  type SloDashboardSignal,
} from './dashboardFile';
export { httpSignals } from './httpSignals';

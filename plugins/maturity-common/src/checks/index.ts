export * from './types';
export { BUILT_IN_CHECKS } from './builtInChecks';
export { BUILT_IN_TRACKS } from './tracks';
export { DEFAULT_SETTINGS } from './settings';
export {
  REASONS,
  type FailReason,
  type NotApplicableReason,
  type PassReason,
  type ReasonCode,
  type ReasonText,
  type UnknownReason,
} from './reasons';
export {
  effectiveTier,
  hasSla,
  isMachineLearning,
  isRegulated,
  isScored,
  type ApplicabilityCode,
} from './applicability';
export { Clock } from './Clock';
export { createContext } from './context';
export { evaluate } from './evaluate';
export { adjustCheck, type BuiltInCheck } from './engine/builtIn';
export { REPOSITORY_SOURCE } from './engine/decide';
export { strengthOf } from './engine/evidence';
export { goldenPathPasses } from './goldenPathPasses';
export type {
  Finding,
  Judgement,
  KeyTrait,
  Place,
  Question,
  Rule,
  Traits,
} from './engine/traits';
export { knownStack } from './questions/stacks';
export * from './config';
export * from './text';

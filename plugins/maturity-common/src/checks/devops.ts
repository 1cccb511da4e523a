import { DEVOPS_KNOWN } from './devops/known';
import { DEVOPS_PRACTISED } from './devops/practised';
import { DEVOPS_CONTROLLED } from './devops/controlled';
import { DEVOPS_OPTIMIZED } from './devops/optimized';
import type { BuiltInCheck } from './engine/builtIn';

export const DEVOPS_CHECKS: readonly BuiltInCheck[] = [
  ...DEVOPS_KNOWN,
  ...DEVOPS_PRACTISED,
  ...DEVOPS_CONTROLLED,
  ...DEVOPS_OPTIMIZED,
];

import { PLATFORM_KNOWN } from './platform/known';
import { PLATFORM_PRACTISED } from './platform/practised';
import { PLATFORM_CONTROLLED } from './platform/controlled';
import { PLATFORM_OPTIMIZED } from './platform/optimized';
import type { BuiltInCheck } from './engine/builtIn';

export const PLATFORM_CHECKS: readonly BuiltInCheck[] = [
  ...PLATFORM_KNOWN,
  ...PLATFORM_PRACTISED,
  ...PLATFORM_CONTROLLED,
  ...PLATFORM_OPTIMIZED,
];

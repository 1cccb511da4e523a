import { SRE_KNOWN } from './sre/known';
import { SRE_PRACTISED } from './sre/practised';
import { SRE_CONTROLLED } from './sre/controlled';
import { SRE_OPTIMIZED } from './sre/optimized';
import type { BuiltInCheck } from './engine/builtIn';

export const SRE_CHECKS: readonly BuiltInCheck[] = [
  ...SRE_KNOWN,
  ...SRE_PRACTISED,
  ...SRE_CONTROLLED,
  ...SRE_OPTIMIZED,
];

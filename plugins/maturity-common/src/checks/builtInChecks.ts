import { DEVOPS_CHECKS } from './devops';
import type { BuiltInCheck } from './engine/builtIn';
import { PLATFORM_CHECKS } from './platform';
import { SRE_CHECKS } from './sre';

/**
 * The built-in checks, in the order in which results list them.
 *
 * @public
 */
export const BUILT_IN_CHECKS: readonly BuiltInCheck[] = [
  ...DEVOPS_CHECKS,
  ...SRE_CHECKS,
  ...PLATFORM_CHECKS,
];

/**
 * Maturity scorecards in Backstage, for apps of the legacy frontend system.
 *
 * @packageDocumentation
 */
export { maturityApiRef } from './api';
export { isMaturityAvailable } from './isMaturityAvailable';
export {
  EntityMaturityCard,
  EntityMaturityContent,
  EntityMaturitySetContent,
  MaturityPage,
  maturityPlugin,
} from './plugin';
export { maturityTranslationRef } from './translation';

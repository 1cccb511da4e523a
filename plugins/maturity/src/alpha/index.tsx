/**
 * Maturity scorecards in Backstage, for apps of the new frontend system.
 *
 * @packageDocumentation
 */
export { maturityTranslationRef } from '../translation';
export { default } from './plugin';

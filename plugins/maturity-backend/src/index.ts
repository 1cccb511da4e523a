/**
 * The backend plugin of Backstage Maturity.
 *
 * @packageDocumentation
 */
export { maturityPlugin as default } from './plugin';

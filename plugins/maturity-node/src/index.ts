/**
 * What other backend plugins need to add checks and facts to Backstage Maturity.
 *
 * @packageDocumentation
 */
export * from './FactProvider';
export * from './extensionPoints';

/**
 * Scaffolder actions of Backstage Maturity.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMaturity as default } from './module';

/**
 * The domain of Backstage Maturity: reading entities, the checks, scoring and advice.
 *
 * @packageDocumentation
 */
export * from './yaml';
export * from './entity';
export * from './graph';
export * from './observe';
export * from './slo';
export * from './checks';
export * from './score';
export * from './advise';
export * from './annotate';
export * from './client';

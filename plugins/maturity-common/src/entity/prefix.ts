/**
 * Prefix of the annotation keys that this project defines.
 *
 * @public
 */
export const ANNOTATION_PREFIX = 'maturity/';

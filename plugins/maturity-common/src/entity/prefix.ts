/** Prefix of the annotation keys that this project defines. */
export const ANNOTATION_PREFIX = 'maturity/';

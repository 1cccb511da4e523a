/** Bounds of a weight. */
export const WEIGHTS = { minimum: 1, maximum: 100 } as const;

/** The values of `absent` and `absence`. */
export const ABSENCE = ['fail', 'unknown'] as const;

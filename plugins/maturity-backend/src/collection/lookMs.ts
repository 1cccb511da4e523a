/** Time from one look at a catalog that may still be growing to the next, in milliseconds. */
export const LOOK_MS = 500;

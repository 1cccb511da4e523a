export { FirstRun } from './FirstRun';
export type { FirstRunData } from './FirstRunData';
export { isFirstRun } from './isFirstRun';

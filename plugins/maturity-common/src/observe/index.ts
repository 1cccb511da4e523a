export * from './types';
export { observe } from './observe';
export { burnWindows } from './rules/burnRate';
export type { BurnWindows } from './rules/burnRate';

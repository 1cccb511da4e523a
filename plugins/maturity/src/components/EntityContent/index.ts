export { EntityContent } from './EntityContent';
export { type ScorecardData, useScorecard } from './useScorecard';

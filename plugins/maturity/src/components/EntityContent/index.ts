export { catalogFaults } from './catalogFaults';
export { EntityContent } from './EntityContent';
export { type ScorecardData, useScorecard } from './useScorecard';

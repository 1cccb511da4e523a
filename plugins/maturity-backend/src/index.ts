/**
 * The backend plugin of Backstage Maturity.
 *
 * @packageDocumentation
 */
export { maturityPlugin as default } from './plugin';
export {
  createMaturityScorecardConditionalDecision,
  maturityScorecardConditions,
  maturityScorecardResourceRef,
  type ScorecardResource,
  type ScorecardRuleQuery,
} from './permissions/rules';

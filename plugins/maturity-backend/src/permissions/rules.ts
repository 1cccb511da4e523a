import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_MATURITY_SCORECARD } from '@backstage-maturity/plugin-maturity-common';
import { z } from 'zod';

/**
 * What rules know of a scorecard.
 *
 * @public
 */
export interface ScorecardResource {
  /** Full reference of the entity in lower case. */
  entityRef: string;
  /** Full reference of its owner in lower case; null when nobody owns it. */
  ownerRef: string | null;
}

/**
 * A rule as a question to the store.
 *
 * @public
 */
export interface ScorecardRuleQuery {
  /** Scorecards of which one of these is the owner; full references in lower case. */
  ownerRefs: readonly string[];
}

/**
 * The resource type of scorecards, for modules that add rules.
 *
 * @public
 */
export const maturityScorecardResourceRef = createPermissionResourceRef<
  ScorecardResource,
  ScorecardRuleQuery
>().with({
  pluginId: 'maturity',
  resourceType: RESOURCE_TYPE_MATURITY_SCORECARD,
});

function lowerCase(refs: readonly string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow scorecards of entities that one of the claims owns',
  resourceRef: maturityScorecardResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Full references of the users and groups that may own it'),
  }),
  apply: ({ ownerRef }, { claims }) =>
    ownerRef !== null && lowerCase(claims).includes(ownerRef),
  toQuery: ({ claims }) => ({ ownerRefs: lowerCase(claims) }),
});

/** Every rule that a policy can make conditions of. */
export const maturityScorecardRules = { isOwner };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: maturityScorecardResourceRef,
  rules: maturityScorecardRules,
});

/**
 * Conditions that a policy can give, by rule.
 *
 * @public
 */
export const maturityScorecardConditions = conditions;

/**
 * The decision of a policy that a scorecard is allowed only under conditions.
 *
 * @public
 */
export const createMaturityScorecardConditionalDecision =
  createConditionalDecision;

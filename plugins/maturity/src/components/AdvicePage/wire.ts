import type { AdviceAnswer } from '@backstage-maturity/plugin-maturity-common';

/** The advice as the backend sends it. */
export type Advice = AdviceAnswer['advice'];
/** One of the three models. */
export type Model = keyof Advice['verdicts'];
/** What is said about a model. */
export type Verdict = Advice['verdicts'][Model]['verdict'];
/** Why a rule fired. */
export type Evidence = Advice['verdicts'][Model]['evidence'][number];

/** The models in the order in which organizations grow into them. */
export const MODELS = ['devops', 'sre', 'platform'] as const;

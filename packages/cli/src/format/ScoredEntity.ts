import type { Scorecard } from '@backstage-maturity/plugin-maturity-common';

/** A scorecard with what a person needs to find the entity. */
export interface ScoredEntity {
  card: Scorecard;
  title: string;
  /** File as shown, and line of the entity's name in it. */
  file: string;
  line: number;
}

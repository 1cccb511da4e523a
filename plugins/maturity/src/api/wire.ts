import type {
  Definitions,
  ScorecardDetail,
} from '@backstage-maturity/plugin-maturity-common';

/** A track as the backend sends it. */
export type Track = Definitions['tracks'][number];
/** A check as the backend sends it. */
export type Check = Definitions['checks'][number];
/** The result of one check for one entity as the backend sends it. */
export type Result = ScorecardDetail['scorecard']['results'][number];
/** A piece of evidence as the backend sends it. */
export type EvidencePiece = Result['evidence'][number];

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  AdviceAnswer,
  CheckDetail,
  Definitions,
  ListRollUpsQuery,
  RollUpDetail,
  RollUpList,
  ScorecardDetail,
  ScorecardPage,
  SweepList,
} from '@backstage-maturity/plugin-maturity-common';
import type { Cursor, ScorecardQuery, Visible } from '../database';

/** Who asks, and what the answer may cover. */
export interface RequestOptions {
  credentials: BackstageCredentials;
  /** Only these entities exist for the answer; undefined means all. */
  visible?: Visible;
}

/** A page of the members of a roll-up. */
export interface MemberPage {
  cursor?: Cursor;
  limit: number;
}

/**
 * What the backend can be asked, by HTTP and by actions alike. References are full and in lower case.
 * Methods reject with the errors of `@backstage/errors`: `NotFoundError` for what does not exist,
 * `InputError` for a question that makes no sense.
 */
export interface MaturityService {
  getDefinitions(options: RequestOptions): Promise<Definitions>;
  getCheck(id: string, options: RequestOptions): Promise<CheckDetail>;
  listScorecards(
    query: ScorecardQuery,
    options: RequestOptions,
  ): Promise<ScorecardPage>;
  getScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail>;
  refreshScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail>;
  listRollUps(
    query: ListRollUpsQuery,
    options: RequestOptions,
  ): Promise<RollUpList>;
  getRollUp(
    entityRef: string,
    page: MemberPage,
    options: RequestOptions,
  ): Promise<RollUpDetail>;
  getAdvice(options: RequestOptions): Promise<AdviceAnswer>;
  listSweeps(
    query: { limit: number },
    options: RequestOptions,
  ): Promise<SweepList>;
}

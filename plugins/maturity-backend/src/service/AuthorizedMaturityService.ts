import type {
  AdviceAnswer,
  CheckDetail,
  Definitions,
  HistoryPage,
  ListRollUpsQuery,
  RollUpDetail,
  RollUpList,
  ScorecardDetail,
  ScorecardPage,
  ScorecardSummary,
  SweepList,
} from '@backstage-maturity/plugin-maturity-common';
import type { ScorecardQuery, Visible } from '../database';
import type { AuditTrail } from './AuditTrail';
import type { Access, CallerAccess } from './CallerAccess';
import {
  adviceRefused,
  noRollUp,
  noScorecard,
  refreshRefused,
  sweepsRefused,
} from './errors';
import {
  maskAdvice,
  maskDetail,
  maskItem,
  maskSummary,
  maskSweep,
} from './masking';
import type {
  MaturityService,
  MemberPage,
  RequestOptions,
} from './MaturityService';
import { BY_NAME } from './parseScorecardQuery';

// A filter by a name that the caller may not see finds nothing, as if the name did not exist.
function visibleOnly(
  refs: readonly string[] | undefined,
  visible: ReadonlySet<string>,
): readonly string[] | undefined {
  return refs?.filter(ref => visible.has(ref));
}

function restrictQuery(
  query: ScorecardQuery,
  visible: Visible,
): ScorecardQuery {
  if (!visible) return query;
  return {
    ...query,
    owners: visibleOnly(query.owners, visible),
    scopes: visibleOnly(query.scopes, visible),
    systems: visibleOnly(query.systems, visible),
  };
}

function maskPage(page: ScorecardPage, visible: Visible): ScorecardPage {
  if (!visible) return page;
  return {
    ...page,
    items: page.items.map(summary => maskSummary(summary, visible)),
  };
}

/** Lets a caller see what the catalog and the permissions let that caller see, nothing more. */
export class AuthorizedMaturityService implements MaturityService {
  readonly #inner: MaturityService;
  readonly #access: CallerAccess;
  readonly #audit: AuditTrail;

  constructor(options: {
    inner: MaturityService;
    access: CallerAccess;
    audit: AuditTrail;
  }) {
    this.#inner = options.inner;
    this.#access = options.access;
    this.#audit = options.audit;
  }

  getDefinitions(options: RequestOptions): Promise<Definitions> {
    return this.#inner.getDefinitions(options);
  }

  async getCheck(id: string, options: RequestOptions): Promise<CheckDetail> {
    const { covered } = await this.#access.of(options.credentials);
    return this.#inner.getCheck(id, { ...options, visible: covered });
  }

  async listScorecards(
    query: ScorecardQuery,
    options: RequestOptions,
  ): Promise<ScorecardPage> {
    const { names, covered } = await this.#access.of(options.credentials);
    const page = await this.#inner.listScorecards(restrictQuery(query, names), {
      ...options,
      visible: covered,
    });
    return maskPage(page, names);
  }

  async *exportScorecards(
    query: ScorecardQuery,
    options: RequestOptions,
  ): AsyncGenerator<readonly ScorecardSummary[], void> {
    const { names, covered } = await this.#access.of(options.credentials);
    const pages = this.#inner.exportScorecards(restrictQuery(query, names), {
      ...options,
      visible: covered,
    });
    for await (const cards of pages) {
      yield names ? cards.map(card => maskSummary(card, names)) : cards;
    }
  }

  async getScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail> {
    const access = await this.#accessTo(entityRef, options);
    const detail = await this.#inner.getScorecard(entityRef, options);
    return access.names ? maskDetail(detail, access.names) : detail;
  }

  // History names tracks and checks but no other entity, so there is nothing to mask.
  async getHistory(
    entityRef: string,
    query: { before?: number; limit: number },
    options: RequestOptions,
  ): Promise<HistoryPage> {
    await this.#accessTo(entityRef, options);
    return this.#inner.getHistory(entityRef, query, options);
  }

  refreshScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail> {
    return this.#audit.refresh(entityRef, options, () =>
      this.#refresh(entityRef, options),
    );
  }

  async listRollUps(
    query: ListRollUpsQuery,
    options: RequestOptions,
  ): Promise<RollUpList> {
    const { names, covered } = await this.#access.of(options.credentials);
    const restricted = { ...options, visible: covered };
    const list = await this.#inner.listRollUps(query, restricted);
    if (!covered) return list;
    const parent = query.parent?.toLocaleLowerCase('en-US');
    const hidden = parent !== undefined && names?.has(parent) === false;
    const { newestSweep } = list;
    return {
      ...list,
      items: hidden ? [] : list.items.map(item => maskItem(item, names)),
      ...(newestSweep
        ? {
            newestSweep: maskSweep(newestSweep, await this.#total(restricted)),
          }
        : {}),
    };
  }

  async getRollUp(
    entityRef: string,
    page: MemberPage,
    options: RequestOptions,
  ): Promise<RollUpDetail> {
    const { names, covered } = await this.#access.of(options.credentials);
    if (names?.has(entityRef) === false) {
      const query = 'roll-up';
      throw await this.#audit.denied(noRollUp(entityRef), options, {
        query,
        entityRef,
      });
    }
    const detail = await this.#inner.getRollUp(entityRef, page, {
      ...options,
      visible: covered,
    });
    return {
      ...detail,
      item: maskItem(detail.item, names),
      children: detail.children.map(child => maskItem(child, names)),
      members: maskPage(detail.members, names),
    };
  }

  async getAdvice(options: RequestOptions): Promise<AdviceAnswer> {
    const { names, covered, nothing } = await this.#access.of(
      options.credentials,
    );
    if (nothing) {
      throw await this.#audit.denied(adviceRefused(), options, {
        query: 'advice',
      });
    }
    const visible = covered;
    const answer = await this.#inner.getAdvice({ ...options, visible });
    return names ? maskAdvice(answer, names) : answer;
  }

  async listSweeps(
    query: { limit: number },
    options: RequestOptions,
  ): Promise<SweepList> {
    const { covered } = await this.#access.of(options.credentials);
    if (covered) {
      throw await this.#audit.denied(sweepsRefused(), options, {
        query: 'sweeps',
      });
    }
    return this.#inner.listSweeps(query, options);
  }

  async #refresh(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail> {
    const { credentials } = options;
    const access = await this.#access.of(credentials, entityRef);
    if (access.covered?.has(entityRef) === false) throw noScorecard(entityRef);
    if (!(await this.#access.mayRefresh(credentials, entityRef))) {
      throw refreshRefused(entityRef);
    }
    const detail = await this.#inner.refreshScorecard(entityRef, options);
    return access.names ? maskDetail(detail, access.names) : detail;
  }

  /** Rejects when the caller may not read the scorecard, as if there were none. */
  async #accessTo(entityRef: string, options: RequestOptions): Promise<Access> {
    const access = await this.#access.of(options.credentials, entityRef);
    if (access.covered?.has(entityRef) === false) {
      const query = 'scorecard';
      throw await this.#audit.denied(noScorecard(entityRef), options, {
        query,
        entityRef,
      });
    }
    return access;
  }

  async #total(options: RequestOptions): Promise<number> {
    const query = { sort: BY_NAME, limit: 1 };
    return (await this.#inner.listScorecards(query, options)).totalItems;
  }
}

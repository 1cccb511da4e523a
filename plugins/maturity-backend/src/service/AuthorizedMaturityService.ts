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
import type { ScorecardQuery, Visible } from '../database';
import type { CatalogVisibility } from './CatalogVisibility';
import { noRollUp, noScorecard } from './errors';
import { maskAdvice, maskDetail, maskItem, maskSummary } from './masking';
import type {
  MaturityService,
  MemberPage,
  RequestOptions,
} from './MaturityService';

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

/** Lets a caller see what the catalog lets that caller see, nothing more. */
export class AuthorizedMaturityService implements MaturityService {
  readonly #inner: MaturityService;
  readonly #visibility: CatalogVisibility;

  constructor(inner: MaturityService, visibility: CatalogVisibility) {
    this.#inner = inner;
    this.#visibility = visibility;
  }

  getDefinitions(options: RequestOptions): Promise<Definitions> {
    return this.#inner.getDefinitions(options);
  }

  async getCheck(id: string, options: RequestOptions): Promise<CheckDetail> {
    const visible = await this.#visible(options);
    return this.#inner.getCheck(id, { ...options, visible });
  }

  async listScorecards(
    query: ScorecardQuery,
    options: RequestOptions,
  ): Promise<ScorecardPage> {
    const visible = await this.#visible(options);
    const page = await this.#inner.listScorecards(
      restrictQuery(query, visible),
      { ...options, visible },
    );
    return maskPage(page, visible);
  }

  async getScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail> {
    const visible = await this.#visible(options);
    if (visible && !visible.has(entityRef)) throw noScorecard(entityRef);
    const detail = await this.#inner.getScorecard(entityRef, {
      ...options,
      visible,
    });
    return visible ? maskDetail(detail, visible) : detail;
  }

  async refreshScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail> {
    const visible = await this.#visible(options);
    if (visible && !visible.has(entityRef)) throw noScorecard(entityRef);
    const detail = await this.#inner.refreshScorecard(entityRef, {
      ...options,
      visible,
    });
    return visible ? maskDetail(detail, visible) : detail;
  }

  async listRollUps(
    query: ListRollUpsQuery,
    options: RequestOptions,
  ): Promise<RollUpList> {
    const visible = await this.#visible(options);
    const list = await this.#inner.listRollUps(query, { ...options, visible });
    if (!visible) return list;
    const parent = query.parent?.toLocaleLowerCase('en-US');
    const hidden = parent !== undefined && !visible.has(parent);
    return {
      ...list,
      items: hidden ? [] : list.items.map(item => maskItem(item, visible)),
    };
  }

  async getRollUp(
    entityRef: string,
    page: MemberPage,
    options: RequestOptions,
  ): Promise<RollUpDetail> {
    const visible = await this.#visible(options);
    if (visible && !visible.has(entityRef)) throw noRollUp(entityRef);
    const detail = await this.#inner.getRollUp(entityRef, page, {
      ...options,
      visible,
    });
    if (!visible) return detail;
    return {
      ...detail,
      item: maskItem(detail.item, visible),
      children: detail.children.map(child => maskItem(child, visible)),
      members: maskPage(detail.members, visible),
    };
  }

  async getAdvice(options: RequestOptions): Promise<AdviceAnswer> {
    const visible = await this.#visible(options);
    const answer = await this.#inner.getAdvice({ ...options, visible });
    return visible ? maskAdvice(answer, visible) : answer;
  }

  listSweeps(
    query: { limit: number },
    options: RequestOptions,
  ): Promise<SweepList> {
    return this.#inner.listSweeps(query, options);
  }

  #visible({ credentials }: RequestOptions): Promise<Visible> {
    return this.#visibility.of(credentials);
  }
}

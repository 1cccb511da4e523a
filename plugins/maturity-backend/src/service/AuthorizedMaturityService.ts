import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  AdviceAnswer,
  ChangeList,
  CheckDetail,
  Definitions,
  HistoryPage,
  ListRollUpsQuery,
  RollUpDetail,
  RollUpList,
  RollUpSnapshotList,
  ScorecardDetail,
  ScorecardPage,
  ScorecardSummary,
  SnapshotList,
  SweepList,
} from '@backstage-maturity/plugin-maturity-common';
import type { ScorecardQuery, Visible } from '../database';
import type { AuditTrail } from './AuditTrail';
import type { Standing } from './badge';
import type { Access, CallerAccess } from './CallerAccess';
import type { ChangeQuery } from './changeList';
import {
  adviceRefused,
  noRollUp,
  noScorecard,
  refreshRefused,
  snapshotsRefused,
  sweepsRefused,
} from './errors';
import {
  maskAdvice,
  maskDetail,
  maskHistory,
  maskItem,
  maskProblems,
  maskSummary,
  maskSweep,
} from './masking';
import type {
  MaturityService,
  MemberPage,
  RequestOptions,
} from './MaturityService';
import { BY_NAME } from './parseScorecardQuery';
import type { SnapshotQuery } from './snapshotList';

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
  readonly #showsBadgesTo: (credentials: BackstageCredentials) => boolean;

  constructor(options: {
    inner: MaturityService;
    access: CallerAccess;
    audit: AuditTrail;
    /** Whether a caller is shown every badge without being asked for a permission. */
    showsBadgesTo: (credentials: BackstageCredentials) => boolean;
  }) {
    this.#inner = options.inner;
    this.#access = options.access;
    this.#audit = options.audit;
    this.#showsBadgesTo = options.showsBadgesTo;
  }

  async getDefinitions(options: RequestOptions): Promise<Definitions> {
    const definitions = await this.#inner.getDefinitions(options);
    if (!definitions.problems.length) return definitions;
    return (await this.#access.isWhole(options.credentials))
      ? definitions
      : maskProblems(definitions);
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
    yield* this.#audit.export(options, () => this.#export(query, options));
  }

  async getScorecard(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail> {
    const access = await this.#accessTo(entityRef, options);
    const detail = await this.#inner.getScorecard(entityRef, options);
    return access.names ? maskDetail(detail, access.names) : detail;
  }

  async getHistory(
    entityRef: string,
    query: { before?: number; limit: number },
    options: RequestOptions,
  ): Promise<HistoryPage> {
    const { names } = await this.#accessTo(entityRef, options);
    const page = await this.#inner.getHistory(entityRef, query, options);
    return names ? maskHistory(page, names) : page;
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
    const { parent } = query;
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
    const { names, covered } = await this.#accessToSet(entityRef, options);
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

  async getStanding(
    entityRef: string,
    options: RequestOptions,
  ): Promise<Standing | undefined> {
    const { credentials } = options;
    if (!this.#showsBadgesTo(credentials)) {
      const { covered } = await this.#access.of(credentials, entityRef);
      if (covered?.has(entityRef) === false) return undefined;
    }
    return this.#inner.getStanding(entityRef, options);
  }

  // Snapshots hold counts without names, so those of a part of the scorecards cannot be told from them, and
  // beside the own counts of a caller the counts of everything would tell of the rest.
  async listSnapshots(
    query: SnapshotQuery,
    options: RequestOptions,
  ): Promise<SnapshotList> {
    const { covered } = await this.#access.of(options.credentials);
    if (covered) {
      throw await this.#audit.denied(snapshotsRefused(), options, {
        query: 'snapshots',
      });
    }
    return this.#inner.listSnapshots(query, options);
  }

  async listRollUpSnapshots(
    entityRef: string,
    query: { days: number },
    options: RequestOptions,
  ): Promise<RollUpSnapshotList> {
    const { covered } = await this.#accessToSet(entityRef, options);
    return this.#inner.listRollUpSnapshots(entityRef, query, {
      ...options,
      visible: covered,
    });
  }

  async listChanges(
    query: ChangeQuery,
    options: RequestOptions,
  ): Promise<ChangeList> {
    const { covered } = await this.#access.of(options.credentials);
    return this.#inner.listChanges(query, { ...options, visible: covered });
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
    const scope = { visible: covered, names };
    const answer = await this.#inner.getAdvice({ ...options, ...scope });
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

  async *#export(
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

  async #refresh(
    entityRef: string,
    options: RequestOptions,
  ): Promise<ScorecardDetail> {
    const { credentials } = options;
    const access = await this.#access.of(credentials, entityRef);
    if (access.covered?.has(entityRef) === false) throw noScorecard(entityRef);
    if (!(await this.#access.mayRefresh(credentials, entityRef))) {
      // What the caller may see is told first: whether there is such a scorecard.
      throw (await this.#inner.getStanding(entityRef, options))
        ? refreshRefused(entityRef)
        : noScorecard(entityRef);
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

  /** Rejects when the caller may not see the set, as if there were none. */
  async #accessToSet(
    entityRef: string,
    options: RequestOptions,
  ): Promise<Access> {
    const access = await this.#access.of(options.credentials);
    if (access.names?.has(entityRef) === false) {
      const query = 'roll-up';
      throw await this.#audit.denied(noRollUp(entityRef), options, {
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

import { InputError, NotFoundError } from '@backstage/errors';
import {
  type AdviceAnswer,
  type ChangeList,
  type CheckDetail,
  type Definitions,
  type HistoryPage,
  type ListRollUpsQuery,
  type RollUpDetail,
  type RollUpItem,
  type RollUpList,
  type RollUpSnapshotList,
  type ScorecardDetail,
  type ScorecardPage,
  type ScorecardSummary,
  type SnapshotList,
  type SweepList,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import type { MaturityConfig } from '../config';
import {
  countResults,
  countScorecards,
  type Cursor,
  listScorecards,
  listSweeps,
  readScorecard,
  type ScorecardQuery,
} from '../database';
import { readSweepHealth } from '../health';
import {
  type AnswerContext,
  toDefinitions,
  toDetail,
  toSummary,
  toSweep,
  toWireCheck,
} from './answers';
import { encodeCursor } from './cursor';
import { withFactAges } from './factAges';
import { withGoldenPath } from './goldenPath';
import { noRollUp, noScorecard } from './errors';
import type {
  MaturityService,
  MemberPage,
  RequestOptions,
} from './MaturityService';
import { BY_NAME } from './parseScorecardQuery';
import { requireKind, SCOPE_KINDS, TREND_KINDS } from './requireKind';
import type { ScorecardRefresh } from './ScorecardRefresh';
import {
  childRollUps,
  familyRollUps,
  fieldRollUps,
  organizationRollUp,
  type RollUpContext,
  scopeRollUp,
} from './rollUps';
import type { Standing } from './badge';
import type { CallerAdvice } from './CallerAdvice';
import { type ChangeQuery, readChangeList } from './changeList';
import { readRollUpSnapshots } from './rollUpSnapshots';
import { readSnapshotList, type SnapshotQuery } from './snapshotList';
import { readAdvice } from './storedAdvice';
import { readHistoryPage } from './historyPage';

const EXPORTED_AT_ONCE = 500;

/** Answers from the store. Who may see what is not its business. */
export class DefaultMaturityService implements MaturityService {
  readonly #db: Knex;
  readonly #config: MaturityConfig;
  readonly #refresh: ScorecardRefresh;
  readonly #advice: CallerAdvice;

  constructor(options: {
    db: Knex;
    config: MaturityConfig;
    refresh: ScorecardRefresh;
    advice: CallerAdvice;
  }) {
    this.#db = options.db;
    this.#config = options.config;
    this.#refresh = options.refresh;
    this.#advice = options.advice;
  }

  async getDefinitions(): Promise<Definitions> {
    return toDefinitions(this.#config.definitions, this.#config.problems);
  }

  async getCheck(id: string, options: RequestOptions): Promise<CheckDetail> {
    const check = this.#config.definitions.checks.find(
      ({ definition }) => definition.id === id,
    );
    if (!check) {
      throw new NotFoundError(
        `There is no check "${id}"; expected the id of a check that is in force.`,
      );
    }
    const counts = await countResults(this.#db, id, options.visible);
    return { check: toWireCheck(check.definition), counts };
  }

  async listScorecards(
    query: ScorecardQuery,
    { visible }: RequestOptions,
  ): Promise<ScorecardPage> {
    const seen = { ...query, visible };
    const totalItems = await countScorecards(this.#db, seen);
    const page = await listScorecards(this.#db, seen);
    const context = await this.#context();
    return {
      definitionVersion: context.definitions.version,
      items: page.items.map(record => toSummary(record, context)),
      totalItems,
      pageInfo: {
        ...(page.next
          ? { nextCursor: encodeCursor(page.next, query.sort) }
          : {}),
        ...(page.previous
          ? { prevCursor: encodeCursor(page.previous, query.sort) }
          : {}),
      },
    };
  }

  async *exportScorecards(
    query: ScorecardQuery,
    { visible }: RequestOptions,
  ): AsyncGenerator<readonly ScorecardSummary[], void> {
    const context = await this.#context();
    let cursor: Cursor | undefined;
    do {
      const seen = { ...query, visible, cursor, limit: EXPORTED_AT_ONCE };
      const page = await listScorecards(this.#db, seen);
      if (page.items.length) {
        yield page.items.map(record => toSummary(record, context));
      }
      cursor = page.next;
    } while (cursor);
  }

  async getScorecard(entityRef: string): Promise<ScorecardDetail> {
    const [record, context] = await Promise.all([
      readScorecard(this.#db, entityRef),
      this.#context(),
    ]);
    if (!record) throw noScorecard(entityRef);
    const { confirmedAt } = context;
    const db = this.#db;
    const detail = await withGoldenPath(toDetail(record, context), { db });
    return withFactAges(detail, { db, confirmedAt });
  }

  async getHistory(
    entityRef: string,
    query: { before?: number; limit: number },
  ): Promise<HistoryPage> {
    const page = await readHistoryPage(this.#db, { ...query, entityRef });
    // An entity that is gone keeps its history, one that never was has none.
    if (!page.items.length) await this.getScorecard(entityRef);
    return page;
  }

  async refreshScorecard(
    entityRef: string,
    { credentials }: RequestOptions,
  ): Promise<ScorecardDetail> {
    const catalogRead = await this.#refresh.run(entityRef, credentials);
    return { ...(await this.getScorecard(entityRef)), catalogRead };
  }

  async listRollUps(
    query: ListRollUpsQuery,
    options: RequestOptions,
  ): Promise<RollUpList> {
    const items = await this.#itemsOf(query, this.#rollUpContext(options));
    const [newest] = await listSweeps(this.#db, { limit: 1 });
    return {
      definitionVersion: this.#config.definitions.version,
      items,
      newestSweep: newest ? toSweep(newest) : null,
    };
  }

  async getRollUp(
    entityRef: string,
    page: MemberPage,
    options: RequestOptions,
  ): Promise<RollUpDetail> {
    requireKind(entityRef, SCOPE_KINDS);
    const context = this.#rollUpContext(options);
    const rollUp = await scopeRollUp(context, entityRef);
    if (!rollUp) throw noRollUp(entityRef);
    const query = { ...page, sort: BY_NAME, scopes: [entityRef] };
    return {
      definitionVersion: this.#config.definitions.version,
      ...rollUp,
      members: await this.listScorecards(query, options),
    };
  }

  async getStanding(entityRef: string): Promise<Standing | undefined> {
    const record = await readScorecard(this.#db, entityRef);
    return record && { stage: record.stage, tracks: record.tracks };
  }

  listSnapshots(query: SnapshotQuery): Promise<SnapshotList> {
    const { definitions, advisor } = this.#config;
    const { thresholds } = advisor;
    const now = Date.now();
    return readSnapshotList(this.#db, { query, definitions, thresholds, now });
  }

  async listRollUpSnapshots(
    entityRef: string,
    { days }: { days: number },
    { visible }: RequestOptions,
  ): Promise<RollUpSnapshotList> {
    requireKind(entityRef, TREND_KINDS);
    const query = { entityRef, days, now: Date.now(), visible };
    const list = await readRollUpSnapshots(this.#db, query);
    if (!list) throw noRollUp(entityRef);
    return list;
  }

  listChanges(
    query: ChangeQuery,
    { visible }: RequestOptions,
  ): Promise<ChangeList> {
    return readChangeList(this.#db, { query, now: Date.now(), visible });
  }

  async getAdvice({ visible, names }: RequestOptions): Promise<AdviceAnswer> {
    const stored = await readAdvice(this.#db);
    if (!stored) {
      throw new NotFoundError(
        'There is no advice before the catalog was swept for the first time; ask again in a minute.',
      );
    }
    return visible || names ? this.#advice.of({ visible, names }) : stored;
  }

  async listSweeps({ limit }: { limit: number }): Promise<SweepList> {
    const sweeps = await listSweeps(this.#db, { limit });
    const health = await readSweepHealth(this.#db);
    return { items: sweeps.map(toSweep), health };
  }

  async #itemsOf(
    query: ListRollUpsQuery,
    context: RollUpContext,
  ): Promise<RollUpItem[]> {
    const { by, parent } = query;
    if (parent !== undefined && (by === 'owner' || by === 'system')) {
      return childRollUps(context, by, parent);
    }
    switch (by) {
      case 'organization':
        return organizationRollUp(context, this.#config.organization);
      case 'owner':
      case 'system':
      case 'domain':
        return familyRollUps(context, by);
      case 'type':
      case 'tier':
        return fieldRollUps(context, by);
      default: {
        const unknown: never = by;
        throw new InputError(`There is no roll-up by "${unknown}".`);
      }
    }
  }

  #rollUpContext({ visible }: RequestOptions): RollUpContext {
    const { definitions } = this.#config;
    return { db: this.#db, definitions, visible };
  }

  async #context(): Promise<AnswerContext> {
    const [sweep] = await listSweeps(this.#db, {
      limit: 1,
      status: 'succeeded',
    });
    const { definitions } = this.#config;
    return { definitions, confirmedAt: sweep?.startedAt ?? 0 };
  }
}

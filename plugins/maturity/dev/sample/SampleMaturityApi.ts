import type {
  AdviceAnswer,
  CallOptions,
  ChangeList,
  CheckDetail,
  Definitions,
  ExportScorecardsQuery,
  HistoryPage,
  ListChangesQuery,
  ListRollUpSnapshotsQuery,
  ListRollUpsQuery,
  ListScorecardsQuery,
  ListSnapshotsQuery,
  MaturityApi,
  PageQuery,
  RollUpDetail,
  RollUpItem,
  RollUpList,
  RollUpSnapshotList,
  ScorecardDetail,
  ScorecardPage,
  SnapshotList,
  Sweep,
  SweepList,
} from '@backstage-maturity/plugin-maturity-common';
import { NotFoundError } from '@backstage/errors';
import { advice } from './advice';
import { changesOf } from './changes';
import { checkDetail } from './checkDetail';
import { definitions } from './definitions';
import { historyPage } from './history';
import { listed } from './listed';
import { rollUpItem, rollUpsBy } from './rollUps';
import { detailOf } from './scorecards';
import { services as sampleServices, type SampleService } from './services';
import { crossingsOf, withSignals } from './signals';
import { snapshotsOf } from './snapshots';
import { sweeps as sampleSweeps } from './sweeps';

const DOMAIN = 'domain:default/commerce';

/** What of the sample to replace. */
export interface SampleOptions {
  services?: readonly SampleService[];
  sweeps?: readonly Sweep[];
  problems?: Definitions['problems'];
}

/** The maturity backend in memory, over fixed data. */
export class SampleMaturityApi implements MaturityApi {
  readonly #services: readonly SampleService[];
  readonly #details: readonly ScorecardDetail[];
  readonly #sweeps: readonly Sweep[];
  readonly #problems: Definitions['problems'];

  constructor(options: SampleOptions = {}) {
    this.#services = options.services ?? sampleServices;
    this.#details = this.#services.map(detailOf);
    this.#sweeps = options.sweeps ?? sampleSweeps;
    this.#problems = options.problems ?? [];
  }

  async getDefinitions(): Promise<Definitions> {
    return { ...definitions, problems: this.#problems };
  }

  async getCheck(id: string): Promise<CheckDetail> {
    return checkDetail(id, { definitions, details: this.#details });
  }

  async listScorecards(
    query: ListScorecardsQuery = {},
  ): Promise<ScorecardPage> {
    const system = query.system?.flatMap(ref =>
      ref === DOMAIN ? this.#rollUps('system').map(({ key }) => key) : ref,
    );
    return listed(this.#details, { ...query, system });
  }

  async exportScorecards(
    query: ExportScorecardsQuery = {},
    _options?: CallOptions,
  ): Promise<string> {
    const { items } = await this.listScorecards({ ...query, limit: 500 });
    return ['entity', ...items.map(({ entityRef }) => entityRef), ''].join(
      '\r\n',
    );
  }

  async getScorecard(entityRef: string): Promise<ScorecardDetail> {
    const found = this.#details.find(
      ({ scorecard }) => scorecard.entityRef === entityRef,
    );
    if (!found) {
      throw new NotFoundError(`There is no scorecard of "${entityRef}".`);
    }
    return found;
  }

  async refreshScorecard(entityRef: string): Promise<ScorecardDetail> {
    const detail = await this.getScorecard(entityRef);
    return { ...detail, catalogRead: 'unchanged' };
  }

  async getHistory(entityRef: string, query?: PageQuery): Promise<HistoryPage> {
    return historyPage(entityRef, query);
  }

  async listRollUps(query: ListRollUpsQuery): Promise<RollUpList> {
    return {
      definitionVersion: 'sample',
      items: this.#rollUps(query.by),
      newestSweep: this.#sweeps.at(0) ?? null,
    };
  }

  #rollUps(by: ListRollUpsQuery['by']): RollUpItem[] {
    const services = this.#services;
    switch (by) {
      case 'organization':
        return rollUpItem(services, {
          key: 'organization',
          title: 'Organization',
          entityRef: null,
        });
      case 'owner':
        return rollUpsBy(services, service => service.owner);
      case 'system':
        return rollUpsBy(services, service => service.system);
      case 'type':
        return rollUpsBy(services, service => service.type);
      case 'tier':
        return rollUpsBy(services, ({ tier }) => tier && String(tier));
      case 'domain':
        return this.#commerce();
      default: {
        const never: never = by;
        return never;
      }
    }
  }

  async getRollUp(
    entityRef: string,
    query: PageQuery = {},
  ): Promise<RollUpDetail> {
    return this.#rollUp(entityRef, query);
  }

  #rollUp(entityRef: string, query: PageQuery = {}): RollUpDetail {
    if (entityRef === DOMAIN) return this.#domain(query);
    const by = entityRef.startsWith('group:') ? 'owner' : 'system';
    const item = this.#rollUps(by).find(one => one.entityRef === entityRef);
    if (!item) {
      throw new NotFoundError(`There is no roll-up of "${entityRef}".`);
    }
    return {
      definitionVersion: 'sample',
      item,
      children: [],
      members: listed(this.#details, { ...query, [by]: [entityRef] }),
    };
  }

  // The one domain of the sample: every system stands in it.
  #commerce(): RollUpItem[] {
    return rollUpItem(
      this.#services.filter(({ system }) => system !== null),
      { key: DOMAIN, title: 'Commerce', entityRef: DOMAIN },
    );
  }

  #domain(query: PageQuery): RollUpDetail {
    const children = this.#rollUps('system');
    const [item] = this.#commerce();
    if (!item) throw new NotFoundError(`There is no roll-up of "${DOMAIN}".`);
    return {
      definitionVersion: 'sample',
      item,
      children,
      members: listed(this.#details, {
        ...query,
        system: children.map(({ key }) => key),
      }),
    };
  }

  async listSnapshots(query: ListSnapshotsQuery = {}): Promise<SnapshotList> {
    const ids = query.check ?? [];
    const counts = ids.map(
      id =>
        [
          id,
          checkDetail(id, { definitions, details: this.#details }).counts,
        ] as const,
    );
    const [whole] = this.#rollUps('organization');
    const items = withSignals(snapshotsOf(counts, query.days ?? 90, whole));
    return { items, crossings: crossingsOf(items) };
  }

  async listRollUpSnapshots(
    entityRef: string,
    query: ListRollUpSnapshotsQuery = {},
  ): Promise<RollUpSnapshotList> {
    const { item } = this.#rollUp(entityRef);
    return {
      items: snapshotsOf([], query.days ?? 90, item),
      restricted: false,
    };
  }

  async listChanges({ days }: ListChangesQuery = {}): Promise<ChangeList> {
    return changesOf(this.#services, { days });
  }

  async getBadgeUrl(entityRef: string): Promise<string> {
    return `/api/maturity/scorecards/${entityRef.replace(':', '/')}/badge.svg`;
  }

  async getAdvice(): Promise<AdviceAnswer> {
    return advice;
  }

  async listSweeps(): Promise<SweepList> {
    return { items: [...this.#sweeps] };
  }
}

import { createServiceFactory } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

const PAGE = 10;

/** A catalog whose entities, faults and restrictions a test can change while it is served. */
export class TestCatalog {
  entities: Entity[];
  /** Number of the page at which reading fails. */
  failingPage: number | undefined;
  /** Message of the error that reading fails with. */
  failure = 'socket hang up';
  down = false;
  /** Whether it never answers for one entity. */
  hangs = false;
  /** Called before each page is given. */
  onPage: (page: number) => Promise<void> = async () => {};
  /** Whether callers may ask for a refresh. */
  mayRefresh = true;
  /** Called for each refresh that was asked for. */
  onRefresh: (entityRef: string) => void = () => {};
  /** What a caller with conditional access sees. */
  visibleTo: (entity: Entity) => boolean = () => true;
  readonly calls = { getEntities: 0, refreshEntity: 0, streamEntities: 0 };

  constructor(entities: Entity[]) {
    this.entities = entities;
  }

  get factory() {
    const service = catalogServiceMock.mock({
      streamEntities: () => this.#stream(),
      queryEntities: async () => {
        this.#refuseWhenDown();
        const totalItems = this.entities.length;
        return { items: this.entities.slice(0, 1), totalItems, pageInfo: {} };
      },
      getEntities: async () => {
        this.#refuseWhenDown();
        this.calls.getEntities += 1;
        return { items: this.entities.filter(this.visibleTo) };
      },
      getEntityByRef: async ref => {
        this.#refuseWhenDown();
        if (this.hangs) return new Promise(() => {});
        return this.find(String(ref));
      },
      refreshEntity: async ref => {
        this.#refuseWhenDown();
        this.calls.refreshEntity += 1;
        if (!this.mayRefresh) throw new Error('You may not refresh this.');
        this.onRefresh(ref);
      },
    });
    return createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => service,
    });
  }

  find(ref: string): Entity | undefined {
    return this.entities.find(entity => stringifyEntityRef(entity) === ref);
  }

  /** Replaces an entity, with a new etag as the catalog gives one. */
  replace(entity: Entity): void {
    const ref = stringifyEntityRef(entity);
    const etag = `${Math.random()}`;
    const next = { ...entity, metadata: { ...entity.metadata, etag } };
    this.entities = [
      ...this.entities.filter(each => stringifyEntityRef(each) !== ref),
      next,
    ];
  }

  #refuseWhenDown(): void {
    if (this.down) throw new Error('connect ECONNREFUSED');
  }

  async *#stream(): AsyncGenerator<Entity[]> {
    this.#refuseWhenDown();
    this.calls.streamEntities += 1;
    for (let at = 0, page = 1; at < this.entities.length; at += PAGE, page++) {
      await this.onPage(page);
      if (page === this.failingPage) throw new Error(this.failure);
      yield this.entities.slice(at, at + PAGE);
    }
  }
}

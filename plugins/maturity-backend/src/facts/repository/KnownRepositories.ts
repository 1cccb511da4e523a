import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import type { RepositoryConfig } from '../../config';
import {
  readRepositories,
  readRepositoryFacts,
  type RepositoryHead,
  type RepositoryPlace,
  type StoredFacts,
  syncRepositories,
} from '../../database';
import { groupBy } from './groupBy';
import { placeOf, refusalOf } from './placeOf';
import type { RepositoryObserver } from './RepositoryObserver';
import { type KnownRepository, RepositorySet } from './RepositorySet';

/** Entities whose facts are read at once. */
const PAGE = 200;

/** New folders that a sweep looks at itself; the next round looks at the rest. */
const MOST_NEW = 20;

const NOT_READ = 'The files have not been read yet.';

/** What is stored of the files of entities. A process keeps, compressed, what the last sweep needed. */
export class KnownRepositories {
  readonly #db: Knex;
  readonly #config: RepositoryConfig;
  readonly #observer: Pick<RepositoryObserver, 'look'>;
  #kept = new Map<string, StoredFacts>();

  constructor(options: {
    db: Knex;
    config: RepositoryConfig;
    observer: Pick<RepositoryObserver, 'look'>;
  }) {
    this.#db = options.db;
    this.#config = options.config;
    this.#observer = options.observer;
  }

  /**
   * What is known of the given entities, which are all there are; others are forgotten. Local files of new
   * ones are looked at now, which takes a moment: otherwise a new service would begin with less than it has.
   */
  async register(
    views: readonly EntityView[],
    sweep: { sweep: number; now: number; signal: AbortSignal },
  ): Promise<RepositorySet> {
    const { places, refusals } = this.#placesOf(views);
    const synced = await syncRepositories(this.#db, places, sweep);
    const heads = await this.#lookAtNew(synced, sweep.signal);
    const facts = await this.#read(heads);
    this.#kept = facts;
    return toSet(places, { refusals, heads, facts });
  }

  /** What is known of one entity. */
  async of(view: EntityView): Promise<RepositorySet> {
    return this.ofSome([view]);
  }

  /** What is known of some entities. */
  async ofSome(views: readonly EntityView[]): Promise<RepositorySet> {
    const { places, refusals } = this.#placesOf(views);
    const heads = places.size
      ? await readRepositories(this.#db, [...places.keys()])
      : [];
    const facts = await this.#read(heads);
    return toSet(places, { refusals, heads, facts });
  }

  /** Whether an entity that holds something else than before has its files where it had them. */
  isSamePlace(before: EntityView, after: EntityView): boolean {
    const old = placeOf(before, this.#config);
    const now = placeOf(after, this.#config);
    return (
      old?.source === now?.source &&
      old?.host === now?.host &&
      refusalOf(before, this.#config) === refusalOf(after, this.#config)
    );
  }

  async #lookAtNew(
    heads: readonly RepositoryHead[],
    signal: AbortSignal,
  ): Promise<readonly RepositoryHead[]> {
    const isNew = ({ host, observedAt, error }: RepositoryHead) =>
      host === '' && observedAt === null && error === null;
    const bySource = groupBy(heads.filter(isNew), ({ source }) => source);
    const trees = [...bySource.values()].slice(0, MOST_NEW);
    if (!trees.length) return heads;
    for (const tree of trees) await this.#observer.look(tree, signal);
    const refs = trees.flat().map(({ entityRef }) => entityRef);
    const looked = new Map(
      (await readRepositories(this.#db, refs)).map(head => [
        head.entityRef,
        head,
      ]),
    );
    return heads.map(head => looked.get(head.entityRef) ?? head);
  }

  #placesOf(views: readonly EntityView[]): {
    places: Map<string, RepositoryPlace>;
    /** Why the files of other entities are left alone. */
    refusals: Map<string, string>;
  } {
    const places = new Map<string, RepositoryPlace>();
    const refusals = new Map<string, string>();
    for (const view of views) {
      const place = placeOf(view, this.#config);
      const refusal = place ? undefined : refusalOf(view, this.#config);
      if (place) places.set(view.ref, place);
      if (refusal !== undefined) refusals.set(view.ref, refusal);
    }
    return { places, refusals };
  }

  async #read(
    heads: readonly RepositoryHead[],
  ): Promise<Map<string, StoredFacts>> {
    const facts = new Map<string, StoredFacts>();
    const missing: string[] = [];
    for (const { entityRef, factsHash } of heads) {
      if (factsHash === null) continue;
      const kept = this.#kept.get(entityRef);
      if (kept?.hash === factsHash) facts.set(entityRef, kept);
      else missing.push(entityRef);
    }
    for (let at = 0; at < missing.length; at += PAGE) {
      const page = missing.slice(at, at + PAGE);
      for (const [ref, stored] of await readRepositoryFacts(this.#db, page)) {
        facts.set(ref, stored);
      }
    }
    return facts;
  }
}

function toSet(
  places: ReadonlyMap<string, RepositoryPlace>,
  stored: {
    refusals: ReadonlyMap<string, string>;
    heads: readonly RepositoryHead[];
    facts: ReadonlyMap<string, StoredFacts>;
  },
): RepositorySet {
  const heads = new Map(stored.heads.map(head => [head.entityRef, head]));
  const known = new Map<string, KnownRepository>();
  for (const [ref, error] of stored.refusals) known.set(ref, { error });
  for (const [ref, { source }] of places) {
    const head = heads.get(ref);
    const own = head?.source === source ? head : undefined;
    const facts = own ? stored.facts.get(ref) : undefined;
    known.set(ref, facts ? { facts } : { error: own?.error ?? NOT_READ });
  }
  return new RepositorySet(known);
}

import { hash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import {
  createEntityView,
  type EntityView,
  readRelations,
  type Relation,
} from '@backstage-maturity/plugin-maturity-common';
import { etagOf } from './etagOf';

/** Entities that are parsed before those that nobody has looked into meanwhile are forgotten. */
const TURN = 1_000;

/**
 * A catalog of up to so many entities stays open from its reading on, because whoever reads it is about to look
 * into it. That of a larger one would be garbage of long standing before it is looked into.
 */
const MOST_AS_READ = 20_000;

/** Kinds whose annotations hold for all that belongs to them. There are few of these entities, and each is asked often. */
const MANY_ASK: ReadonlySet<string> = new Set(['group', 'system', 'domain']);

// What JSON writes as it is, so that a text without such a key cannot hold it.
const PLAIN_KEY = /^[\w./-]+$/;

/** Beyond so many values sharing begins anew, so that those that no entity holds any more are let go of. */
const MOST_SHARED = 10_000;

/** Values that many entities share, each kept once. */
class SharedValues<T> {
  readonly #known = new Map<string, T>();

  of(key: string, value: T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_SHARED) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}

const words = new SharedValues<string>();
const lists = new SharedValues<readonly string[]>();

function shared(word: string): string {
  return words.of(word, word);
}

function sharedList(list: readonly string[]): readonly string[] {
  return lists.of(JSON.stringify(list), list);
}

/** Parsed entities of this process. */
let open: PackedEntity[] = [];
let opened = 0;
let asRead = 0;

/**
 * An entity that is kept as its text, with what others ask of it most, and is parsed again whenever
 * something looks further into it. A catalog of a hundred thousand parsed entities would take half a
 * gigabyte, and few of them are looked into at once.
 */
export class PackedEntity implements EntityView {
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Of everything that the entity holds. */
  readonly hash: string;
  readonly etag: string;
  readonly type: string;
  readonly runtime: boolean;
  readonly lifecycle: EntityView['lifecycle'];
  readonly tier: EntityView['tier'];
  readonly tags: readonly string[];
  readonly #text: string;
  #relations: readonly Relation[] | undefined;
  #open: EntityView | undefined;
  #annotations: EntityView['annotations'] | undefined;
  #isUsed = false;

  private constructor(
    view: EntityView,
    packed: { text: string; hash: string },
  ) {
    this.ref = view.ref;
    this.kind = shared(view.kind);
    this.namespace = shared(view.namespace);
    this.name = view.name;
    this.#text = packed.text;
    this.hash = packed.hash;
    this.etag = etagOf(view.entity);
    this.type = shared(view.type);
    this.runtime = view.runtime;
    this.lifecycle = view.lifecycle;
    this.tier = view.tier;
    this.tags = sharedList(view.tags);
    this.#relations = readRelations(view);
    if (staysOpen(this)) this.#open = view;
  }

  /** Packs an entity, or gives the known one when that holds the same. */
  static of(
    entity: Entity,
    known?: ReadonlyMap<string, EntityView>,
  ): PackedEntity {
    const view = createEntityView(entity);
    const text = JSON.stringify(entity);
    const made = hash('sha1', text, 'base64url');
    const before = known?.get(view.ref);
    if (before instanceof PackedEntity && before.hash === made) return before;
    return new PackedEntity(view, { text, hash: made });
  }

  get entity(): Entity {
    return this.#opened().entity;
  }

  get title(): string {
    return this.#opened().title;
  }

  get lifecycleWord(): EntityView['lifecycleWord'] {
    return this.#opened().lifecycleWord;
  }

  get tierWord(): EntityView['tierWord'] {
    return this.#opened().tierWord;
  }

  get annotations(): EntityView['annotations'] {
    if (this.#annotations) return this.#annotations;
    const { annotations } = this.#opened();
    if (MANY_ASK.has(this.kind)) this.#annotations = annotations;
    return annotations;
  }

  read(key: string): ReturnType<EntityView['read']> {
    if (!this.#open && PLAIN_KEY.test(key) && !this.#text.includes(key)) {
      return { state: 'absent', key };
    }
    return this.#opened().read(key);
  }

  links(type: string): ReturnType<EntityView['links']> {
    return this.#opened().links(type);
  }

  /** The relations, which are kept until they are asked for once: a graph is built of them, and then holds them. */
  takeRelations(): readonly Relation[] {
    const relations = this.#relations ?? readRelations(this.#opened());
    this.#relations = undefined;
    return relations;
  }

  /** Forgets what was parsed. */
  close(): void {
    this.#isUsed = false;
    this.#open = undefined;
  }

  /** Forgets what was parsed, unless it was looked into since the last call. Gives whether it was. */
  closeUnlessUsed(): boolean {
    const isUsed = this.#isUsed;
    this.#isUsed = false;
    if (!isUsed) this.#open = undefined;
    return isUsed;
  }

  #opened(): EntityView {
    this.#isUsed = true;
    if (!this.#open) {
      const entity: Entity = JSON.parse(this.#text);
      this.#open = createEntityView(entity);
      keepOpen(this);
    }
    return this.#open;
  }
}

function closeOpen(): void {
  for (const entity of open) entity.close();
  open = [];
  opened = 0;
}

/** Forgets what was parsed of all entities, when those who looked into many of them are done. */
export function closeEntities(): void {
  closeOpen();
  asRead = 0;
}

function staysOpen(entity: PackedEntity): boolean {
  asRead += 1;
  if (asRead <= MOST_AS_READ) open.push(entity);
  else if (asRead === MOST_AS_READ + 1) closeOpen();
  return asRead <= MOST_AS_READ;
}

function keepOpen(entity: PackedEntity): void {
  open.push(entity);
  opened += 1;
  if (opened < TURN) return;
  opened = 0;
  open = open.filter(one => one.closeUnlessUsed());
}

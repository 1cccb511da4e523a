import type { Entity } from '@backstage/catalog-model';
import {
  createEntityView,
  type EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import { etagOf } from './etagOf';
import { PackedEntity } from './PackedEntity';
import { SetSum } from './SetSum';

// No reference contains it.
const NO_REFERENCE = '\0';

/** The reference of an entity; for what has none, a text that is no reference. */
function keyOf(entity: Entity | null | undefined): string {
  if (typeof entity === 'object' && entity !== null) {
    const { kind, name, ref } = createEntityView(entity);
    if (kind !== '' && name !== '') return ref;
  }
  const metadata = entity?.metadata;
  return `${NO_REFERENCE}${JSON.stringify([
    entity?.kind,
    metadata?.namespace,
    metadata?.name,
  ])}`;
}

function lineOf(key: string, etag: string): string {
  return `${key}\t${etag}`;
}

/** The etags of a catalog, and a text that differs when any entity came, went or moved. */
export class EtagSum {
  readonly #etags = new Map<string, string>();
  #sum: SetSum | undefined;

  get size(): number {
    return this.#etags.size;
  }

  /** Adds an entity; an answer of the catalog may also hold none where one should be. */
  add(entity: Entity | null | undefined): void {
    this.set(keyOf(entity), etagOf(entity));
  }

  /** Puts an etag in the place of the one that is known, or takes that out. */
  set(ref: string, etag: string | undefined): void {
    const before = this.#etags.get(ref);
    this.#sum?.replace(
      before === undefined ? undefined : lineOf(ref, before),
      etag === undefined ? undefined : lineOf(ref, etag),
    );
    if (etag === undefined) this.#etags.delete(ref);
    else this.#etags.set(ref, etag);
  }

  /** References of entities that came, went or moved since the given ones were read. */
  movedSince(views: ReadonlyMap<string, EntityView>): string[] {
    const moved: string[] = [];
    for (const [ref, etag] of this.#etags) {
      const view = views.get(ref);
      const before = view instanceof PackedEntity ? view.etag : undefined;
      if (before !== etag && !ref.startsWith(NO_REFERENCE)) moved.push(ref);
    }
    for (const ref of views.keys()) {
      if (!this.#etags.has(ref)) moved.push(ref);
    }
    return moved;
  }

  digest(): string {
    if (!this.#sum) {
      this.#sum = new SetSum();
      for (const [ref, etag] of this.#etags) this.#sum.add(lineOf(ref, etag));
    }
    return this.#sum.digest();
  }
}

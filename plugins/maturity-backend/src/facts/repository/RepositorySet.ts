import type {
  EntityFacts,
  RepositoryFacts,
} from '@backstage-maturity/plugin-maturity-common';
import type { StoredFacts } from '../../database';
import { unpackFacts } from './packFacts';

/** What is known of the files of one entity: what was seen, or why nothing was. */
export type KnownRepository =
  | { facts: StoredFacts }
  | { facts?: undefined; error: string };

/**
 * Facts of an entity whose files were seen. As JSON, which is what is hashed, the files are their hash;
 * and they are unpacked only for who looks into them, because a sweep compares all and evaluates few.
 */
class SeenFacts implements EntityFacts {
  readonly sources: EntityFacts['sources'];
  readonly errors: EntityFacts['errors'];
  readonly #stored: StoredFacts;
  #unpacked: RepositoryFacts | undefined;

  constructor({ sources, errors }: EntityFacts, stored: StoredFacts) {
    this.sources = sources;
    this.errors = errors;
    this.#stored = stored;
  }

  get repository(): RepositoryFacts {
    this.#unpacked ??= unpackFacts(this.#stored.packed);
    return this.#unpacked;
  }

  toJSON() {
    const { sources, errors } = this;
    return { sources, errors, repository: this.#stored.hash };
  }
}

/** What is known of the files of many entities. */
export class RepositorySet {
  readonly #known: ReadonlyMap<string, KnownRepository>;

  constructor(known: ReadonlyMap<string, KnownRepository>) {
    this.#known = known;
  }

  /** The given facts of an entity, with those of its files. */
  addTo(facts: EntityFacts, entityRef: string): EntityFacts {
    const known = this.#known.get(entityRef);
    if (!known) return facts;
    if (known.facts) return new SeenFacts(facts, known.facts);
    return { ...facts, errors: { ...facts.errors, repository: known.error } };
  }
}

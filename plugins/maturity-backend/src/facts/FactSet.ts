import type { EntityFacts } from '@backstage-maturity/plugin-maturity-common';
import type { FactRecord } from '../database';
import { decodeFacts } from './factText';
import type { RepositorySet } from './repository/RepositorySet';

const NO_PROVIDERS: EntityFacts = Object.freeze({});

/** Facts of many entities, as checks see them. When they were observed is no part of it: checks ask what holds, and an age would change every verdict with every sweep. */
export class FactSet {
  readonly #hasProviders: boolean;
  readonly #byRef = new Map<string, EntityFacts>();
  #repositories: RepositorySet | undefined;

  /** @param providers - ids of the providers in force; facts of others do not count */
  constructor(records: Iterable<FactRecord>, providers: readonly string[]) {
    this.#hasProviders = providers.length > 0;
    const byRef = new Map<string, FactRecord[]>();
    for (const record of records) {
      if (!providers.includes(record.provider)) continue;
      const known = byRef.get(record.entityRef);
      if (known) known.push(record);
      else byRef.set(record.entityRef, [record]);
    }
    for (const [ref, known] of byRef) {
      this.#byRef.set(ref, this.#toFacts(known));
    }
  }

  /** Adds what is known of the files of the entities. */
  addRepositories(repositories: RepositorySet): void {
    this.#repositories = repositories;
  }

  /** The newest known facts of one entity. */
  factsOf(entityRef: string): EntityFacts {
    const given = this.#given(entityRef);
    return this.#repositories?.addTo(given, entityRef) ?? given;
  }

  #given(entityRef: string): EntityFacts {
    if (!this.#hasProviders) return NO_PROVIDERS;
    return this.#byRef.get(entityRef) ?? this.#toFacts([]);
  }

  #toFacts(records: readonly FactRecord[]): EntityFacts {
    const sources = Object.create(null);
    const errors = Object.create(null);
    // In one order, because facts are hashed.
    for (const record of [...records].sort((a, b) =>
      a.provider < b.provider ? -1 : 1,
    )) {
      const { provider, value, error } = record;
      const facts = value === null ? undefined : decodeFacts(value);
      if (facts) sources[provider] = facts;
      else if (error !== null) errors[provider] = error;
    }
    return { sources, errors };
  }
}

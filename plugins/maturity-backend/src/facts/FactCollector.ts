import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import type { FactChanges, FactRecord } from '../database';
import { FactSet } from './FactSet';
import { FactSource } from './FactSource';

/** What a sweep learned from the fact providers. */
export interface CollectedFacts {
  facts: FactSet;
  /** What differs from what is stored. */
  changes: FactChanges;
}

/** Asks all fact providers, and says what to keep of their answers. */
export class FactCollector {
  readonly #sources: readonly FactSource[];
  readonly #ids: readonly string[];

  constructor(providers: readonly FactProvider[], logger: LoggerService) {
    this.#ids = providers.map(({ id }) => id);
    this.#sources = providers.map(
      provider =>
        new FactSource(provider, logger.child({ factProvider: provider.id })),
    );
  }

  /** The given stored facts, those of providers in force. */
  known(stored: readonly FactRecord[]): FactSet {
    return new FactSet(stored, this.#ids);
  }

  /**
   * Asks for the facts of all given entities. Never rejects: where a provider gives nothing, what it
   * gave last stays in force, with the moment at which it did.
   */
  async collect(
    views: readonly EntityView[],
    options: {
      stored: readonly FactRecord[];
      signal: AbortSignal;
      /** Epoch milliseconds. */
      now: number;
      /** When the last sweep that succeeded began; undefined before any has. */
      confirmedAt: number | undefined;
    },
  ): Promise<CollectedFacts> {
    const { stored, ...rest } = options;
    const records = new Map<string, Map<string, FactRecord>>(
      this.#ids.map(id => [id, new Map()]),
    );
    const present = new Set(views.map(({ ref }) => ref));
    const put: FactRecord[] = [];
    const remove: FactRecord[] = [];
    for (const record of stored) {
      const known = records.get(record.provider);
      if (known && present.has(record.entityRef)) {
        known.set(record.entityRef, record);
      } else {
        remove.push(record);
      }
    }
    await Promise.all(
      this.#sources.map(async source => {
        const known = records.get(source.id) ?? new Map<string, FactRecord>();
        for (const answer of await source.ask(views, { ...rest, known })) {
          const before = known.get(answer.entityRef);
          if (answer.record === before) continue;
          if (answer.record) {
            put.push(answer.record);
            known.set(answer.entityRef, answer.record);
          } else if (before) {
            remove.push(before);
            known.delete(answer.entityRef);
          }
        }
      }),
    );
    const all = [...records.values()].flatMap(known => [...known.values()]);
    return { facts: this.known(all), changes: { put, remove } };
  }
}

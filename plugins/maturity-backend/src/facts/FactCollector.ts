import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  EntityFacts,
  EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import { collectFrom } from './collectFrom';

/** Entities that a provider is asked about at once. */
const PAGE = 500;

interface Source {
  provider: FactProvider;
  logger: LoggerService;
  /** What it gave last, by entity reference. */
  facts: ReadonlyMap<string, JsonObject>;
  /** Why its last answer is missing, by entity reference. */
  errors: ReadonlyMap<string, string>;
}

function pagesOf<T>(items: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < items.length; at += PAGE) {
    pages.push(items.slice(at, at + PAGE));
  }
  return pages;
}

/** Asks all fact providers and keeps what they gave last, so that a provider that is down harms little. */
export class FactCollector {
  readonly #sources: readonly Source[];

  constructor(providers: readonly FactProvider[], logger: LoggerService) {
    this.#sources = providers.map(provider => ({
      provider,
      logger: logger.child({ factProvider: provider.id }),
      facts: new Map(),
      errors: new Map(),
    }));
  }

  /** Facts of all given entities. Never rejects: what a provider could not give is among the errors. */
  async collect(
    views: readonly EntityView[],
    signal: AbortSignal,
  ): Promise<void> {
    await Promise.all(
      this.#sources.map(source => this.#collectSource(source, views, signal)),
    );
  }

  /** The newest facts of one entity. */
  factsOf(entityRef: string): EntityFacts {
    if (!this.#sources.length) return {};
    const sources = Object.create(null);
    const errors = Object.create(null);
    for (const { provider, ...known } of this.#sources) {
      const facts = known.facts.get(entityRef);
      const error = known.errors.get(entityRef);
      if (facts) sources[provider.id] = facts;
      else if (error) errors[provider.id] = error;
    }
    return { sources, errors };
  }

  async #collectSource(
    source: Source,
    views: readonly EntityView[],
    signal: AbortSignal,
  ): Promise<void> {
    const facts = new Map<string, JsonObject>();
    const errors = new Map<string, string>();
    let failure: string | undefined;
    for (const page of pagesOf(views)) {
      try {
        // One late or broken answer is enough: the other pages would cost the same time again.
        if (failure === undefined) {
          const answer = await this.#ask(source, page, signal);
          for (const { ref } of page) {
            const one = answer.get(ref);
            if (one) facts.set(ref, one);
          }
          continue;
        }
      } catch (error) {
        failure = toError(error).message;
        source.logger.warn(
          `The fact provider "${source.provider.id}" failed, and its last facts stay in force: ${failure}`,
        );
      }
      for (const { ref } of page) {
        const last = source.facts.get(ref);
        if (last) facts.set(ref, last);
        else errors.set(ref, failure ?? '');
      }
    }
    source.facts = facts;
    source.errors = errors;
  }

  #ask(
    source: Source,
    page: readonly EntityView[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, JsonObject>> {
    const entities: Entity[] = page.map(view => view.entity);
    const { logger } = source;
    return collectFrom(source.provider, entities, { signal, logger });
  }
}

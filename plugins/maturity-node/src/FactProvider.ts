import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { HumanDuration, JsonObject } from '@backstage/types';

/**
 * What a provider gets beside the entities.
 *
 * @public
 */
export interface FactCollectOptions {
  /** Aborts when the provider's time is over, or the sweep ends. */
  signal: AbortSignal;
  /** Logs with the provider's id. */
  logger: LoggerService;
}

/**
 * A source of facts that the catalog does not hold. Checks reach a fact as `facts.<id>.<name>`.
 *
 * A provider may fail: while it throws or is late, entities keep the last facts that it gave, also over
 * a restart, and for entities without any the checks that need them are unknown with reason `error`.
 * Facts about one entity that are no object, or have more than 16,384 characters as JSON, count as a
 * failure for that entity.
 *
 * @public
 */
export interface FactProvider {
  /** Lower-case letters, digits and dashes; the name of the source in checks. */
  readonly id: string;
  /** Time limit of one call of `collect`; 30 seconds when left out. */
  readonly timeout?: HumanDuration;
  /**
   * Facts of one page of Components, at most 500 of them, by entity reference
   * (`component:default/checkout`). Entities that are left out have no facts. Called in every sweep for
   * every page, so a provider answers for all entities of a page with few requests.
   */
  collect(
    entities: readonly Entity[],
    options: FactCollectOptions,
  ): Promise<ReadonlyMap<string, JsonObject>>;
}

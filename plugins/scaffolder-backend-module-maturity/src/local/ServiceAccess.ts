import path from 'node:path';
import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { maturityServiceUpdatePermission } from '@backstage-maturity/plugin-maturity-common';
import { CATALOG_FILES } from './catalogFiles';
import { readNewestCommit } from './repository';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];
/** The catalog finds no longer text by its value. */
const LONGEST_LOCATION = 200;

/** For whom a step runs. */
export interface Caller {
  /** Those of the person, or the service, that started the task. */
  credentials: BackstageCredentials;
  /** Id of the task. */
  task: string;
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity);
}

/**
 * Says who may read and change the services below the root. A service is as visible as the entities that
 * the catalog has from it: whoever does not see all of them is answered as if there were no service, and
 * so is everybody where the catalog has none. What a task has just made or changed itself is its own,
 * since the catalog needs a moment to read it.
 */
export class ServiceAccess {
  readonly #root: string;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    /** Absolute path, as it is given to the catalog module. */
    root: string;
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#root = options.root;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /** Rejects with a NotFoundError unless the caller may read the files of a service. */
  async requireRead(name: string, caller: Caller): Promise<void> {
    if (await this.#isWorkOf(caller.task, name)) return;
    await this.#visibleRefs(name, caller);
  }

  /**
   * Rejects unless the caller may change the files of a service: with a NotFoundError when it may not
   * even read them, with a NotAllowedError otherwise.
   */
  async requireUpdate(name: string, caller: Caller): Promise<void> {
    if (await this.#isWorkOf(caller.task, name)) return;
    const { credentials } = caller;
    const refs = await this.#visibleRefs(name, caller);
    const permission = maturityServiceUpdatePermission;
    const decisions = await this.#permissions.authorize(
      refs.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    const denied = refs.filter(
      (_, index) => decisions[index]?.result !== AuthorizeResult.ALLOW,
    );
    if (denied.length) {
      throw new NotAllowedError(
        `You may not change the service "${name}": the permission "${
          permission.name
        }" was denied for ${denied.join(', ')}.`,
      );
    }
  }

  /**
   * Rejects with a NotAllowedError unless the caller may put new entities into the catalog: the catalog
   * takes those of a new service by itself.
   */
  async requireCreate(name: string, { credentials }: Caller): Promise<void> {
    const permission = catalogEntityCreatePermission;
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not publish the new service "${name}": the permission "${permission.name}" was denied.`,
      );
    }
  }

  /**
   * Rejects with a ConflictError when a service would declare an entity that the catalog has from
   * another place: it would take the entity over, or never appear.
   */
  async requireFree(name: string, declared: readonly string[]): Promise<void> {
    if (!declared.length) return;
    const locations = this.#locationsOf(name);
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...declared], fields: FIELDS },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const taken = items
      .filter(entity => entity !== undefined)
      .filter(entity => !this.#isFrom(locations, entity));
    if (taken.length) {
      throw new ConflictError(
        `The catalog file of the service "${name}" declares ${taken
          .map(refOf)
          .join(
            ', ',
          )}, which the catalog has from another place; expected entities that are new or its own.`,
      );
    }
  }

  /** The entities of a service, all of which the caller sees; at least one. */
  async #visibleRefs(name: string, { credentials }: Caller): Promise<string[]> {
    const own = await this.#auth.getOwnServiceCredentials();
    const all = await this.#refsFrom(name, own);
    const seen = new Set(await this.#refsFrom(name, credentials));
    if (!all.length || all.some(ref => !seen.has(ref))) {
      throw noSuchService(name);
    }
    return all;
  }

  async #refsFrom(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const locations = this.#locationsOf(name);
    const { items } = await this.#catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_LOCATION}`]: locations,
        },
        fields: FIELDS,
      },
      { credentials },
    );
    // The catalog compares without regard to case.
    return items
      .filter(entity => this.#isFrom(locations, entity))
      .map(refOf)
      .sort();
  }

  #isFrom(locations: readonly string[], { metadata }: Entity): boolean {
    return locations.includes(
      metadata.annotations?.[ANNOTATION_LOCATION] ?? '',
    );
  }

  #locationsOf(name: string): string[] {
    const locations = CATALOG_FILES.map(
      file => `file:${path.join(this.#root, name, file)}`,
    );
    const [first] = locations;
    if (first.length > LONGEST_LOCATION) {
      throw new InputError(
        `The location of the service "${name}" has ${first.length} characters; expected at most ${LONGEST_LOCATION}, because the catalog finds no longer one. The root of local services needs a shorter path.`,
      );
    }
    return locations;
  }

  async #isWorkOf(task: string, name: string): Promise<boolean> {
    const newest = await readNewestCommit(path.join(this.#root, name));
    return newest?.task === task;
  }
}

/** One sentence for what is not there and for what may not be seen. */
export function noSuchService(name: string): NotFoundError {
  return new NotFoundError(
    `There is no service "${name}" below the root of local services, or you may not see it; expected the name of one.`,
  );
}

import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Visible } from '../database';
import { answerOf } from '../permissions';
import { callerOf } from './callerOf';

const KEPT_MS = 30_000;
const MOST_KEPT = 200;
const REF_FIELDS = ['kind', 'metadata.namespace', 'metadata.name'];

interface Kept {
  refs: Promise<ReadonlySet<string>>;
  until: number;
}

/**
 * Which entities a caller may see in the catalog. Costs one question to the permission system and, for a
 * caller whose decision has conditions, one to the catalog, whatever the number of entities.
 */
export class CatalogVisibility {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #kept = new Map<string, Kept>();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /** References in lower case; undefined when the caller may see everything. */
  async of(credentials: BackstageCredentials): Promise<Visible> {
    const decision = await this.#decide(credentials);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.DENY:
        return new Set();
      case AuthorizeResult.CONDITIONAL:
        return this.#keptRefs(credentials, JSON.stringify(decision.conditions));
      default: {
        const unknown: never = decision;
        throw new Error(`Unknown decision ${JSON.stringify(unknown)}.`);
      }
    }
  }

  /** Whether the caller may see everything, without asking the catalog. */
  async isWhole(credentials: BackstageCredentials): Promise<boolean> {
    const { result } = await this.#decide(credentials);
    return result === AuthorizeResult.ALLOW;
  }

  async #decide(credentials: BackstageCredentials): Promise<PolicyDecision> {
    const [decision] = await answerOf(
      'permission system',
      this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      ),
    );
    return decision;
  }

  #keptRefs(
    credentials: BackstageCredentials,
    conditions: string,
  ): Promise<ReadonlySet<string>> {
    const caller = callerOf(this.#auth, credentials);
    if (caller === undefined) return this.#readRefs(credentials);
    // The conditions are part of the key, so that a changed policy counts at once.
    const key = `${caller} ${conditions}`;
    const now = Date.now();
    const kept = this.#kept.get(key);
    // An end that lies further ahead is left from before the clock was set back.
    const left = kept ? kept.until - now : 0;
    if (kept && left > 0 && left <= KEPT_MS) return kept.refs;
    const refs = this.#readRefs(credentials);
    this.#kept.delete(key);
    this.#kept.set(key, { refs, until: now + KEPT_MS });
    refs.catch(() => this.#kept.delete(key));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return refs;
  }

  async #readRefs(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const { items } = await answerOf(
      'catalog',
      this.#catalog.getEntities({ fields: REF_FIELDS }, { credentials }),
    );
    return new Set(items.map(entity => stringifyEntityRef(entity)));
  }
}

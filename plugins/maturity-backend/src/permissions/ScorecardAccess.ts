import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import type { Visible } from '../database';
import { answerOf } from './answerOf';
import { readPermittedRefs } from './readPermittedRefs';
import { maturityScorecardResourceRef, type ScorecardRuleQuery } from './rules';

/** Which scorecards the permissions of this plugin allow. The catalog's own visibility comes on top. */
export class ScorecardAccess {
  readonly #db: Knex;
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;

  constructor(options: {
    db: Knex;
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
  }) {
    this.#db = options.db;
    this.#permissions = options.permissions;
    this.#registry = options.registry;
  }

  /**
   * References of the scorecards that the caller may read; undefined means all. Costs one question to
   * the permission system and, where it gives conditions, one to the database.
   */
  async readable(
    credentials: BackstageCredentials,
    only?: string,
  ): Promise<Visible> {
    const read = maturityScorecardReadPermission;
    return this.#refsOf(await this.#decide(read, credentials), only);
  }

  /** Whether the caller may read every scorecard, without asking the database. */
  async isWhole(credentials: BackstageCredentials): Promise<boolean> {
    const read = maturityScorecardReadPermission;
    const { result } = await this.#decide(read, credentials);
    return result === AuthorizeResult.ALLOW;
  }

  /** Whether the caller may have one scorecard evaluated at once. */
  async mayRefresh(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    const refresh = maturityScorecardRefreshPermission;
    const decision = await this.#decide(refresh, credentials);
    const refs = await this.#refsOf(decision, entityRef);
    return refs === undefined || refs.has(entityRef);
  }

  async #decide(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = await answerOf(
      'permission system',
      this.#permissions.authorizeConditional([{ permission }], { credentials }),
    );
    return decision;
  }

  async #refsOf(decision: PolicyDecision, only?: string): Promise<Visible> {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.DENY:
        return new Set();
      case AuthorizeResult.CONDITIONAL: {
        // Asked for anew each time, because modules may add rules after this was made.
        const toQuery = createConditionTransformer<ScorecardRuleQuery>(
          this.#registry.getPermissionRuleset(maturityScorecardResourceRef),
        );
        const criteria = toQuery(decision.conditions);
        return new Set(await readPermittedRefs(this.#db, criteria, only));
      }
      default: {
        const unknown: never = decision;
        throw new Error(`Unknown decision ${JSON.stringify(unknown)}.`);
      }
    }
  }
}

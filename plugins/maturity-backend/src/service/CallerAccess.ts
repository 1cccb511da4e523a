import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Visible } from '../database';
import type { ScorecardAccess } from '../permissions';
import type { CatalogVisibility } from './CatalogVisibility';

/** What a caller may be told. Undefined stands for everything. */
export interface Access {
  /** Entities that may be named: what the catalog shows to the caller. */
  names: Visible;
  /** Of those, the scorecards that the caller may read, and the sets that hold scorecards. */
  covered: Visible;
  /** Whether the caller may read no scorecard at all. */
  nothing: boolean;
}

async function readScopeRefs(db: Knex): Promise<string[]> {
  const rows = await db<{ entity_ref: string }>('maturity_scopes').select(
    'entity_ref',
  );
  return rows.map(row => row.entity_ref);
}

function both(refs: Iterable<string>, names: Visible): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const ref of refs) if (!names || names.has(ref)) kept.add(ref);
  return kept;
}

/** Joins what the catalog shows to a caller with the scorecards that the caller may read. */
export class CallerAccess {
  readonly #db: Knex;
  readonly #catalog: CatalogVisibility;
  readonly #scorecards: ScorecardAccess;

  constructor(options: {
    db: Knex;
    catalog: CatalogVisibility;
    scorecards: ScorecardAccess;
  }) {
    this.#db = options.db;
    this.#catalog = options.catalog;
    this.#scorecards = options.scorecards;
  }

  /** With `only`, scorecards of other entities are not looked for. */
  async of(credentials: BackstageCredentials, only?: string): Promise<Access> {
    const [names, readable] = await Promise.all([
      this.#catalog.of(credentials),
      this.#scorecards.readable(credentials, only),
    ]);
    const nothing = names?.size === 0 || readable?.size === 0;
    if (!readable) return { names, covered: names, nothing };
    const scopes = only === undefined ? await readScopeRefs(this.#db) : [];
    return { names, covered: both([...readable, ...scopes], names), nothing };
  }

  /** Whether the caller may be told everything. */
  async isWhole(credentials: BackstageCredentials): Promise<boolean> {
    const [names, scorecards] = await Promise.all([
      this.#catalog.isWhole(credentials),
      this.#scorecards.isWhole(credentials),
    ]);
    return names && scorecards;
  }

  /** Whether the caller, who may read the scorecard, may have it evaluated at once. */
  mayRefresh(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    return this.#scorecards.mayRefresh(credentials, entityRef);
  }
}

import type { Knex } from 'knex';
import {
  readRollUpMembers,
  readScopes,
  type ScopeWithMembers,
  type StoredMember,
} from '../database';

// Another replica may have written, so what is kept is not kept for long.
const LONGEST_AGE_MS = 10_000;

interface Sets {
  members: readonly StoredMember[];
  scopes: readonly ScopeWithMembers[];
}

/** All members and scopes, kept in memory for some seconds, because every roll-up needs all of them. */
export class StoredSets {
  readonly #db: Knex;
  #kept: { sets: Promise<Sets>; readAt: number } | undefined;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** To be called when this process has written. */
  forget(): void {
    this.#kept = undefined;
  }

  get(): Promise<Sets> {
    const now = Date.now();
    const kept = this.#kept;
    if (kept && now >= kept.readAt && now - kept.readAt < LONGEST_AGE_MS) {
      return kept.sets;
    }
    const sets = this.#read();
    this.#kept = { sets, readAt: now };
    sets.catch(() => {
      if (this.#kept?.sets === sets) this.#kept = undefined;
    });
    return sets;
  }

  async #read(): Promise<Sets> {
    const members = await readRollUpMembers(this.#db);
    return { members, scopes: await readScopes(this.#db) };
  }
}

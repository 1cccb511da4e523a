import type { Knex } from 'knex';

const WRITES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

/** A query of knex with the answer of the driver. */
interface Query {
  response?: { command?: string; rowCount?: number | null };
}

/** Counts the rows that one process inserts, updates and deletes. */
export class WrittenRows {
  readonly #db: Knex;
  #rows = 0;

  constructor(db: Knex) {
    this.#db = db;
    // The answers of PostgreSQL say how many; SQLite keeps a sum for each connection, and there is one.
    db.on('query-response', (_: unknown, { response }: Query) => {
      if (WRITES.has(response?.command ?? '')) {
        this.#rows += response?.rowCount ?? 0;
      }
    });
  }

  async count(): Promise<number> {
    if (this.#db.client.config.client === 'pg') return this.#rows;
    const [{ rows }] = await this.#db.raw('select total_changes() as rows');
    return rows;
  }
}

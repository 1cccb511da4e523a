import knexFactory, { type Knex } from 'knex';
import { type PostgresServer, startPostgres } from './postgres';

/** The engines that every test of stored data runs on. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;
export type Engine = (typeof ENGINES)[number];

/** Gives each test an empty database of its own and removes all of them after the tests of the file. */
export class TestDatabases {
  #server: Promise<PostgresServer> | undefined;
  readonly #clients: Knex[] = [];

  /** Registers the clean-up with Jest; call it once at the top of a test file. */
  static create(): TestDatabases {
    const databases = new TestDatabases();
    afterAll(() => databases.destroy(), 60_000);
    return databases;
  }

  async connect(engine: Engine): Promise<Knex> {
    const client = knexFactory(await this.#settings(engine));
    this.#clients.push(client);
    return client;
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#clients.map(client => client.destroy()));
    if (this.#server) await (await this.#server).stop();
  }

  async #settings(engine: Engine): Promise<Knex.Config> {
    switch (engine) {
      case 'SQLite':
        return {
          client: 'better-sqlite3',
          connection: ':memory:',
          useNullAsDefault: true,
          pool: { min: 1, max: 1 },
        };
      case 'PostgreSQL': {
        this.#server ??= startPostgres();
        const url = await (await this.#server).createDatabase();
        return { client: 'pg', connection: url, pool: { min: 0, max: 5 } };
      }
      default: {
        const unknown: never = engine;
        throw new Error(`There is no test engine "${unknown}".`);
      }
    }
  }
}

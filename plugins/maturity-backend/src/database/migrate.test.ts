import type { DatabaseService } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { connectDatabase } from './migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const PROCESSES = 6;

function serviceOf(client: Knex): DatabaseService {
  return { getClient: async () => client };
}

it('lets several processes that start at once on an empty PostgreSQL wait for one another', async () => {
  const { host, port, user, database } = (await databases.connect('PostgreSQL'))
    .client.connectionSettings;
  const clients = Array.from({ length: PROCESSES }, () =>
    knexFactory({
      client: 'pg',
      connection: { host, port, user, database },
      // A pool that has nothing to spare is enough.
      pool: { min: 0, max: 1 },
    }),
  );
  try {
    await Promise.all(clients.map(client => client.raw('select 1')));
    const connected = await Promise.all(
      clients.map(client => connectDatabase(serviceOf(client))),
    );
    const made: { name: string }[] = await connected[0]('knex_migrations');
    const names = made.map(({ name }) => name);
    expect(names).toContain('20261123000000_init.js');
    expect(new Set(names).size).toBe(names.length);
    for (const client of connected) {
      expect(await client('maturity_scorecards')).toEqual([]);
    }
    expect(await connected[0]('knex_migrations_lock')).toMatchObject([
      { is_locked: 0 },
    ]);
  } finally {
    await Promise.all(clients.map(client => client.destroy()));
  }
});

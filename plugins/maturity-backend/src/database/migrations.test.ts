import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { migrationsFolder } from './migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const TABLES = [
  'maturity_scorecards',
  'maturity_track_scores',
  'maturity_results',
  'maturity_scopes',
  'maturity_placements',
  'maturity_scope_sets',
  'maturity_sweeps',
  'maturity_state',
  'maturity_inputs',
  'maturity_history',
  'maturity_snapshots',
  'maturity_facts',
  'maturity_leases',
  'maturity_repositories',
  'maturity_scope_snapshots',
];

describe.each(ENGINES)('Migrations on %s', engine => {
  it('make all tables and remove them again', async () => {
    const db = await databases.connect(engine);
    const present = async () => {
      const found = await Promise.all(
        TABLES.map(table => db.schema.hasTable(table)),
      );
      return TABLES.filter((_, index) => found[index]);
    };

    await db.migrate.latest({ directory: migrationsFolder });
    expect(await present()).toEqual(TABLES);

    await db.migrate.rollback({ directory: migrationsFolder }, true);
    expect(await present()).toEqual([]);

    await db.migrate.latest({ directory: migrationsFolder });
    expect(await present()).toEqual(TABLES);
  });
});

import { ENGINES, TestDatabases } from './TestDatabases';

jest.setTimeout(60_000);

describe.each(ENGINES)('TestDatabases on %s', engine => {
  const databases = TestDatabases.create();

  it('gives databases that do not see each other', async () => {
    const one = await databases.connect(engine);
    const other = await databases.connect(engine);
    await one.schema.createTable('t', table => table.integer('n'));

    expect(await one.schema.hasTable('t')).toBe(true);
    expect(await other.schema.hasTable('t')).toBe(false);
  });
});

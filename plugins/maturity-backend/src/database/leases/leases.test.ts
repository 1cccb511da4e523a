import type { Knex } from 'knex';
import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { migrationsFolder } from '../migrate';
import { acquireLease } from './acquireLease';
import { readLease } from './readLease';
import { releaseLease } from './releaseLease';
import { renewLease } from './renewLease';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const claim = (holder: string, length = 60_000) => ({
  name: 'sweep',
  holder,
  length,
});

describe.each(ENGINES)('A lease on %s', engine => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
  });

  beforeEach(() => db('maturity_leases').delete());

  const setEnd = (fromNow: number) =>
    db('maturity_leases').update({ expires_at: Date.now() + fromNow });

  it('has one holder at a time, however many want it at once', async () => {
    expect(await readLease(db, 'sweep')).toEqual({
      state: 'free',
      holder: null,
    });
    const names = ['a', 'b', 'c', 'd', 'e'];
    const taken = await Promise.all(
      names.map(name => acquireLease(db, claim(name))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await readLease(db, 'sweep')).toEqual({
      state: 'held',
      holder: names[taken.indexOf(true)],
    });
  });

  it('is free for others after it was given back', async () => {
    await acquireLease(db, claim('a'));
    await releaseLease(db, claim('b'));
    expect(await acquireLease(db, claim('b'))).toBe(false);
    await releaseLease(db, claim('a'));
    expect(await acquireLease(db, claim('b'))).toBe(true);
    expect(await renewLease(db, claim('a'))).toBe(false);
  });

  it('is free for others when it has expired, and then its first holder has lost it', async () => {
    await acquireLease(db, claim('a'));
    await setEnd(-10_000);
    expect(await readLease(db, 'sweep')).toEqual({
      state: 'abandoned',
      holder: 'a',
    });
    expect(await acquireLease(db, claim('b'))).toBe(true);
    expect(await renewLease(db, claim('a'))).toBe(false);
    expect(await renewLease(db, claim('b'))).toBe(true);
  });

  it('can be renewed late when nobody has taken it', async () => {
    await acquireLease(db, claim('a'));
    await setEnd(-10_000);
    expect(await renewLease(db, claim('a'))).toBe(true);
    expect(await acquireLease(db, claim('b'))).toBe(false);
  });

  it('is not taken from a holder whose lease is longer', async () => {
    await acquireLease(db, claim('a', 600_000));
    expect(await acquireLease(db, claim('b', 5_000))).toBe(false);
  });

  it('does not stay held for as long as a clock was set back', async () => {
    await acquireLease(db, claim('a'));
    await setEnd(3_600_000);
    expect(await acquireLease(db, claim('b'))).toBe(true);
    expect(await acquireLease(db, claim('c'))).toBe(false);
  });
});

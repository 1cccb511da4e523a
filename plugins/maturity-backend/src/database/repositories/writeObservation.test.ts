import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { migrationsFolder } from '../migrate';
import { startSweep } from '../sweeps/startSweep';
import { readDueRepositories } from './readDueRepositories';
import { readRepositories } from './readRepositories';
import { syncRepositories } from './syncRepositories';
import { writeObservation } from './writeObservation';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const place = { source: 'url:https://git.test/acme/mono', host: 'git.test' };
const NOW = 1_800_000_000_000;
const DUE_AT = NOW + 3_600_000;

describe.each(ENGINES)('Observations on %s', engine => {
  it('of a tree that is as it was leave an entity due that has come meanwhile', async () => {
    const db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
    const sync = async (...refs: string[]) => {
      const sweep = await startSweep(db, NOW);
      const places = new Map(refs.map(ref => [ref, place]));
      await syncRepositories(db, places, { sweep, now: NOW });
    };
    const write = (
      observation: Parameters<typeof writeObservation>[1]['observation'],
    ) =>
      writeObservation(db, {
        source: place.source,
        startedAt: NOW,
        observation,
      });
    await sync('component:default/a');
    await write({
      outcome: 'seen',
      etag: 'e',
      hash: 'h',
      packed: Buffer.from('f'),
      observedAt: NOW,
      dueAt: DUE_AT,
    });
    await sync('component:default/a', 'component:default/b');
    await write({ outcome: 'unchanged', observedAt: NOW, dueAt: DUE_AT });
    const heads = await readRepositories(db);
    const dues = heads.map(({ entityRef, dueAt }) => [entityRef, dueAt]);
    expect(Object.fromEntries(dues)).toEqual({
      'component:default/a': DUE_AT,
      'component:default/b': NOW,
    });

    // One entity that is due brings all of its tree, because they are seen together.
    const due = await readDueRepositories(db, {
      local: false,
      except: [],
      now: NOW,
      limit: 1,
    });
    expect(due.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/b',
      'component:default/a',
    ]);
  });
});

import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { migrationsFolder } from '../migrate';
import type { ScopeWithMembers } from '../records';
import { placementsOf } from './placements';
import { readScopes } from './readScopes';
import { replaceScopes } from './replaceScopes';
import { scopeMembers } from './scopeMembers';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

function scope(ref: string, members: readonly string[]): ScopeWithMembers {
  const [kind] = ref.split(':');
  const title = ref;
  return { entityRef: ref, kind, title, parentRef: null, members };
}

const SCOPES = [
  scope('domain:default/money', ['component:default/a']),
  scope('group:default/child', ['component:default/a', 'component:default/b']),
  scope('group:default/parent', [
    'component:default/a',
    'component:default/b',
    'component:default/c',
  ]),
  scope('system:default/shop', ['component:default/b', 'component:default/d']),
];

describe('placementsOf', () => {
  it('puts components that are in the same scopes into one set', () => {
    const { byEntity, sets } = placementsOf(SCOPES);
    const owners = (name: string) => {
      const [set] = byEntity.get(`component:default/${name}`) ?? [];
      return set ? sets.get(set) : set;
    };

    const both = ['group:default/child', 'group:default/parent'];
    expect(owners('a')).toEqual(both);
    expect(owners('b')).toBe(owners('a'));
    expect(owners('c')).toEqual(['group:default/parent']);
    expect(owners('d')).toBeNull();
    expect(owners('e')).toBeUndefined();
    expect(sets.size).toBe(4);
  });
});

describe.each(ENGINES)('Placements on %s', engine => {
  it('follow the scopes', async () => {
    const db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });

    await replaceScopes(db, SCOPES);
    expect(await readScopes(db)).toEqual(SCOPES);
    await replaceScopes(db, SCOPES.slice(1));
    expect(await readScopes(db)).toEqual(SCOPES.slice(1));
    await replaceScopes(db, []);
    expect(await db('maturity_placements')).toEqual([]);
    expect(await db('maturity_scope_sets')).toEqual([]);
  });

  it('are there at once after an upgrade', async () => {
    const db = await databases.connect(engine);
    const directory = migrationsFolder;
    await db.migrate.up({ directory, name: '20261123000000_init.js' });
    await db.migrate.up({ directory, name: '20261123220000_incremental.js' });
    for (const { entityRef, kind, title, members } of SCOPES) {
      await db('maturity_scopes').insert({
        entity_ref: entityRef,
        kind,
        title,
      });
      await db('maturity_scope_members').insert(
        members.map(ref => ({ scope_ref: entityRef, entity_ref: ref })),
      );
    }
    await db.migrate.up({ directory, name: '20261124000000_reads.js' });

    expect(await readScopes(db)).toEqual(SCOPES);
    expect(await db('maturity_placements')).toHaveLength(4);
  });

  it('tell the members of scopes of several families', async () => {
    const db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
    await replaceScopes(db, SCOPES);
    const members = async (...scopes: string[]) =>
      scopeMembers(db, scopes).orderBy(['scope_ref', 'entity_ref']);

    expect(
      await members('system:default/shop', 'domain:default/money'),
    ).toEqual([
      { scope_ref: 'domain:default/money', entity_ref: 'component:default/a' },
      { scope_ref: 'system:default/shop', entity_ref: 'component:default/b' },
      { scope_ref: 'system:default/shop', entity_ref: 'component:default/d' },
    ]);
    expect(await members('component:default/a', 'group:default/x')).toEqual([]);
    expect(await members('nonsense')).toEqual([]);
  });
});

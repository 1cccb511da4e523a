import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { CLAIMS, policy } from '../__testUtils__/accessMatrix';
import { component, group } from '../__testUtils__/entities';
import { PolicyPermissions } from '../__testUtils__/policyPermissions';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const user = mockCredentials.user.header;
const LIMITED = user('user:default/limited');
const MEMBER = user('user:default/member');
const ADMIN = user('user:default/admin');

const DATABASE = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'hidden-db', namespace: 'default' },
  spec: { type: 'postgresql', owner: 'group:default/hidden' },
};

/** Two visible services of which one is used by a hidden service of another, visible team. */
function catalog(): TestCatalog {
  const test = new TestCatalog([
    group('open'),
    group('others'),
    group('hidden'),
    DATABASE,
    component('shared', {
      annotations: { 'maturity/tier': '1' },
      spec: {
        owner: 'group:default/open',
        dependsOn: ['resource:default/hidden-db'],
      },
    }),
    component('second', { spec: { owner: 'group:default/open' } }),
    component('hidden-user', {
      annotations: { 'maturity/tier': '1', 'maturity/sla': 'gold' },
      spec: {
        owner: 'group:default/others',
        dependsOn: ['component:default/shared'],
      },
    }),
    component('hidden-more', { spec: { owner: 'group:default/hidden' } }),
  ]);
  test.visibleTo = entity => !stringifyEntityRef(entity).includes('hidden');
  return test;
}

async function start(
  db: Knex,
  ofTest: TestCatalog = catalog(),
): Promise<{ portal: Portal; permissions: PolicyPermissions }> {
  const permissions = new PolicyPermissions(policy, CLAIMS);
  const portal = await startPortal({
    db,
    catalog: ofTest,
    features: [permissions.factory],
  });
  return { portal, permissions };
}

describe.each(ENGINES)('The advice route on %s', engine => {
  let portal: Portal;
  let permissions: PolicyPermissions;
  let db: Knex;

  beforeAll(async () => {
    db = await databases.connect(engine);
    ({ portal, permissions } = await start(db));
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  it('asks the catalog once and the permissions twice, and then keeps the answer', async () => {
    const { calls } = portal.catalog;
    const before = { catalog: calls.getEntities, asked: permissions.asked };
    const first = await portal.get('/advice', LIMITED);
    const again = await portal.get('/advice', LIMITED);

    expect(calls.getEntities - before.catalog).toBe(1);
    expect(permissions.asked - before.asked).toBe(4);
    expect(again.body).toEqual(first.body);
  });

  it('counts everything for who sees everything', async () => {
    const { body } = await portal.get('/advice', ADMIN);

    expect(body.restricted).toBeUndefined();
    expect(body.advice.inputs).toMatchObject({
      services: 4,
      teams: 3,
      tier1Services: 2,
      maxFanInTeams: 1,
      resourceTypes: 1,
      resourcesPerService: 0.25,
    });
  });

  it('counts for others only what they see, relations to the rest left out', async () => {
    const { status, body, text } = await portal.get('/advice', LIMITED);

    expect(status).toBe(200);
    expect(body.restricted).toBe(true);
    expect(body.advice.inputs).toMatchObject({
      services: 2,
      teams: 1,
      tier1Services: 1,
      slaServices: 0,
      maxFanInTeams: 0,
      resourceTypes: 0,
      resourcesPerService: 0,
    });
    expect(text).not.toContain('hidden');
  });

  it('counts only scorecards that may be read, in a catalog that is seen whole', async () => {
    const { body } = await portal.get('/advice', MEMBER);

    expect(body.restricted).toBe(true);
    expect(body.advice.inputs).toMatchObject({
      services: 2,
      teams: 1,
      tier1Services: 1,
      maxFanInTeams: 1,
      resourceTypes: 1,
    });
  });

  it('counts the same on a replica that has not swept', async () => {
    const { body } = await portal.get('/advice', LIMITED);
    const { portal: replica } = await start(db);
    const answer = await replica.get('/advice', LIMITED);
    await replica.stop();

    expect(answer.body).toEqual(body);
  });

  it('says so when a replica cannot read the catalog', async () => {
    const broken = catalog();
    broken.failingPage = 1;
    const { portal: replica } = await start(db, broken);
    const { status, body } = await replica.get('/advice', LIMITED);
    await replica.stop();

    expect(status).toBe(503);
    expect(body.error.message).toContain(
      'The advice cannot be counted while the catalog cannot be read',
    );
  });
});

describe('The advice route', () => {
  it('says that there is none before the first sweep', async () => {
    const { portal } = await start(await databases.connect('SQLite'));
    for (const by of [LIMITED, ADMIN]) {
      const { status } = await portal.get('/advice', by);
      expect(status).toBe(404);
    }
    await portal.stop();
  });

  it('gives the same to who sees the same as everything', async () => {
    const { portal } = await start(await databases.connect('SQLite'));
    portal.catalog.visibleTo = () => true;
    await portal.sweep();
    const whole = await portal.get('/advice', ADMIN);
    const limited = await portal.get('/advice', LIMITED);

    expect(limited.body).toEqual({ ...whole.body, restricted: true });
    await portal.stop();
  });
});

import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const PATH = '/scorecards/component/default/api';

function api(tier?: string) {
  return component('api', {
    annotations: tier ? { 'maturity/tier': tier } : undefined,
  });
}

describe.each(ENGINES)('Refresh over HTTP on %s', engine => {
  let portal: Portal;
  let db: Knex;

  beforeAll(async () => {
    const catalog = new TestCatalog([group('payments'), component('other')]);
    db = await databases.connect(engine);
    portal = await startPortal({ db, catalog });
  });

  beforeEach(async () => {
    const { catalog } = portal;
    catalog.down = false;
    catalog.hangs = false;
    catalog.mayRefresh = true;
    catalog.onRefresh = () => {};
    catalog.calls.refreshEntity = 0;
    catalog.replace(api());
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  const statusOf = (body: {
    scorecard: { results: { check: string; status: string }[] };
  }) =>
    body.scorecard.results.find(({ check }) => check === 'tier-declared')
      ?.status;

  it('evaluates what the catalog has read again', async () => {
    portal.catalog.onRefresh = () => {
      setTimeout(() => portal.catalog.replace(api('1')), 300);
    };
    const { status, body } = await portal.post(`${PATH}/refresh`);

    expect(status).toBe(200);
    expect(body.catalogRead).toBe('moved');
    expect(statusOf(body)).toBe('pass');
    expect(body.summary.tier).toBe(1);
    expect(statusOf((await portal.get(PATH)).body)).toBe('pass');
  });

  it('waits at most 5 seconds for a catalog that has nothing new', async () => {
    const started = Date.now();
    const { body } = await portal.post(`${PATH}/refresh`);

    expect(body.catalogRead).toBe('unchanged');
    expect(Date.now() - started).toBeGreaterThanOrEqual(4_900);
    expect(Date.now() - started).toBeLessThan(8_000);
  });

  it('evaluates what is there when the catalog refuses', async () => {
    portal.catalog.mayRefresh = false;
    portal.catalog.replace(api('2'));
    const { status, body } = await portal.post(`${PATH}/refresh`);

    expect(status).toBe(200);
    expect(body.catalogRead).toBe('unavailable');
    expect(statusOf(body)).toBe('pass');
  });

  it('keeps the stored scorecard when the catalog is down', async () => {
    portal.catalog.down = true;
    const { status, body } = await portal.post(`${PATH}/refresh`);

    expect(status).toBe(200);
    expect(body.catalogRead).toBe('unavailable');
    expect(statusOf(body)).toBe('fail');
    expect(portal.log.of('warn').join('\n')).toContain('ECONNREFUSED');
  });

  it('keeps the stored scorecard when the catalog does not answer', async () => {
    portal.catalog.hangs = true;
    const answers = await Promise.all([
      portal.post(`${PATH}/refresh`),
      portal.post(`${PATH}/refresh`),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body.catalogRead).toBe('unavailable');
      expect(statusOf(body)).toBe('fail');
    }

    // And the next one does not wait for the answer that never came.
    portal.catalog.hangs = false;
    portal.catalog.mayRefresh = false;
    portal.catalog.replace(api('4'));
    expect(statusOf((await portal.post(`${PATH}/refresh`)).body)).toBe('pass');
  });

  it('lets replicas refresh one entity at once', async () => {
    const { catalog } = portal;
    catalog.mayRefresh = false;
    const other = await startPortal({ db, catalog });
    const portals = [portal, other, portal, other];
    for (const name of ['first', 'second', 'third']) {
      const refresh = (each: Portal) =>
        each.post(`/scorecards/component/default/${name}/refresh`);
      // Once it is new to all of them, and once it has changed.
      for (const tier of ['1', '2']) {
        catalog.replace(
          component(name, { annotations: { 'maturity/tier': tier } }),
        );
        const answers = await Promise.all(portals.map(refresh));
        expect(answers.map(({ status }) => status)).toEqual([
          200, 200, 200, 200,
        ]);
        expect(answers.map(({ body }) => body.summary.tier)).toEqual(
          portals.map(() => Number(tier)),
        );
      }
    }
    await other.stop();
  });

  it('shares the work of two requests at once', async () => {
    portal.catalog.onRefresh = () => portal.catalog.replace(api('3'));
    const [one, other] = await Promise.all([
      portal.post(`${PATH}/refresh`),
      portal.post(`${PATH}/refresh`),
    ]);

    expect([statusOf(one.body), statusOf(other.body)]).toEqual([
      'pass',
      'pass',
    ]);
    expect(portal.catalog.calls.refreshEntity).toBe(1);
  });

  it('makes the first scorecard of an entity that no sweep has seen', async () => {
    portal.catalog.mayRefresh = false;
    portal.catalog.replace(component('fresh'));
    const { status, body } = await portal.post(
      '/scorecards/component/default/fresh/refresh',
    );

    expect(status).toBe(200);
    expect(body.summary.title).toBe('fresh');
  });

  it.each(['component/default/nothing', 'group/default/payments'])(
    'answers 404 for %s',
    async path => {
      portal.catalog.mayRefresh = false;
      const { status, body } = await portal.post(`/scorecards/${path}/refresh`);

      expect(status).toBe(404);
      expect(body.error.message).toContain('There is no scorecard of');
    },
  );
});

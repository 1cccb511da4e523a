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

  beforeAll(async () => {
    const catalog = new TestCatalog([group('payments'), component('other')]);
    const db = await databases.connect(engine);
    portal = await startPortal({ db, catalog });
  });

  beforeEach(async () => {
    const { catalog } = portal;
    catalog.down = false;
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

import { component, group, system } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(ENGINES)('Scorecards over HTTP on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const catalog = new TestCatalog([
      group('company'),
      group('payments', 'company'),
      system('checkout'),
      component('api', {
        title: 'Checkout API',
        spec: { system: 'checkout' },
        annotations: { 'maturity/tier': '1', 'maturity/ci': 'yes' },
      }),
      component('batch', { spec: { owner: 'user:default/nobody' } }),
    ]);
    portal = await startPortal({ db: await databases.connect(engine), catalog });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  it('gives one scorecard with all results in definition order', async () => {
    const definitions = await portal.get('/definitions');
    const answer = await portal.get('/scorecards/component/default/api');

    expect(answer.status).toBe(200);
    expect(answer.body.summary).toMatchObject({
      entityRef: 'component:default/api',
      title: 'Checkout API',
      tier: 1,
      owner: 'group:default/payments',
      system: 'system:default/checkout',
    });
    expect(
      answer.body.scorecard.results.map((result: { check: string }) => result.check),
    ).toEqual(definitions.body.checks.map((check: { id: string }) => check.id));
  });

  it('lists scorecards by name', async () => {
    const answer = await portal.get('/scorecards');

    expect(answer.status).toBe(200);
    expect(answer.body.totalItems).toBe(2);
    expect(
      answer.body.items.map((item: { title: string }) => item.title),
    ).toEqual(['batch', 'Checkout API']);
  });
});

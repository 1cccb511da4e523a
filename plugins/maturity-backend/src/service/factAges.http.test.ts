import { component, group } from '../__testUtils__/entities';
import { factsModule } from '../__testUtils__/factsModule';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(ENGINES)('The age of facts over HTTP on %s', engine => {
  let portal: Portal;
  let fails = false;

  beforeAll(async () => {
    const provider = factsModule({
      id: 'incidents',
      collect: async () => {
        if (fails) throw new Error('The pager is down.');
        return new Map([['component:default/api', { open: 0 }]]);
      },
    });
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: new TestCatalog([group('payments'), component('api')]),
      config: {
        maturity: {
          checks: {
            'no-open-incidents': {
              track: 'sre',
              level: 1,
              title: 'No incident is open',
              pass: { 'facts.incidents.open': { $lte: 0 } },
              absent: 'unknown',
            },
          },
        },
      },
      features: [provider],
    });
  });

  afterAll(() => portal.stop());

  async function sweptAt(): Promise<string> {
    await portal.sweep();
    const { body } = await portal.get('/sweeps?limit=1');
    return body.items[0].startedAt;
  }

  async function evidence() {
    const { body } = await portal.get('/scorecards/component/default/api');
    const result = body.scorecard.results.find(
      ({ check }: { check: string }) => check === 'no-open-incidents',
    );
    expect(result.status).toBe('pass');
    return result.evidence;
  }

  it('is that of the last sweep while the provider answers, and stays when it fails', async () => {
    const piece = {
      strength: 'observed',
      source: 'facts.incidents.open',
      value: '0',
      from: null,
    };
    fails = false;
    await sweptAt();
    const observedAt = await sweptAt();
    expect(await evidence()).toEqual([{ ...piece, observedAt }]);

    fails = true;
    expect(await sweptAt()).not.toBe(observedAt);
    await sweptAt();
    expect(await evidence()).toEqual([{ ...piece, observedAt }]);

    // A refresh knows the facts that a sweep has stored.
    portal.catalog.mayRefresh = false;
    const { status } = await portal.post(
      '/scorecards/component/default/api/refresh',
    );
    expect(status).toBe(200);
    expect(await evidence()).toEqual([{ ...piece, observedAt }]);
  });
});

// The examples are documentation, not a package; this test is what keeps them running.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import incidentFacts from '../../../docs/examples/incidentFacts';
import securityChecks from '../../../docs/examples/securityChecks';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import { component, group } from './__testUtils__/entities';
import { factsModule } from './__testUtils__/factsModule';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { TestDatabases } from './__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const needsIncidents = (source: string) => ({
  track: 'sre',
  level: 1,
  title: 'No incident is open',
  fail: { [`facts.${source}.open`]: { $gt: 0 } },
  pass: { [`facts.${source}.open`]: { $lte: 0 } },
  absent: 'unknown',
});

async function resultOf(portal: Portal, name: string, check: string) {
  const { body } = await portal.get(`/scorecards/component/default/${name}`);
  return body.scorecard.results.find(
    (result: { check: string }) => result.check === check,
  );
}

describe('Extension points', () => {
  let portal: Portal;

  beforeAll(async () => {
    const catalog = new TestCatalog([
      group('payments'),
      component('even', {
        annotations: { 'acme.com/threat-model': 'https://wiki.acme.test/t' },
      }),
      component('uneven-name'),
    ]);
    const broken = factsModule(
      {
        id: 'broken',
        collect: async () => {
          throw new Error('The pager is on fire.');
        },
      },
      {
        id: 'hanging',
        timeout: { milliseconds: 50 },
        collect: () => new Promise(() => {}),
      },
    );
    portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog,
      config: {
        maturity: {
          checks: {
            'no-open-incidents': needsIncidents('incidents'),
            'needs-broken': needsIncidents('broken'),
            'needs-hanging': needsIncidents('hanging'),
          },
        },
      },
      features: [securityChecks, incidentFacts, broken],
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  it('evaluate the tracks and checks of the example', async () => {
    const { body } = await portal.get('/definitions');
    expect(body.problems).toEqual([]);
    expect(body.tracks.at(-1)).toMatchObject({
      id: 'security',
      levels: ['Basic', 'Hardened', 'Proven'],
    });
    expect(await resultOf(portal, 'even', 'threat-model')).toMatchObject({
      status: 'pass',
      reason: 'linked',
      evidence: [{ strength: 'linked', value: 'https://wiki.acme.test/t' }],
    });
    expect(await resultOf(portal, 'uneven-name', 'threat-model')).toMatchObject(
      { status: 'fail', reason: 'missing' },
    );
  });

  it('give checks of the configuration the facts of the example', async () => {
    expect(await resultOf(portal, 'even', 'no-open-incidents')).toMatchObject({
      status: 'pass',
    });
    expect(
      await resultOf(portal, 'uneven-name', 'no-open-incidents'),
    ).toMatchObject({ status: 'fail' });
  });

  it.each([
    ['needs-broken', 'The pager is on fire.'],
    ['needs-hanging', 'It gave no answer within 50 ms.'],
  ])(
    'leave the check "%s" unknown with the reason "error" when its provider fails',
    async (check, message) => {
      expect(await resultOf(portal, 'even', check)).toMatchObject({
        status: 'unknown',
        reason: 'error',
      });
      expect(portal.log.of('warn').join('\n')).toContain(message);
    },
  );
});

import type { Entity } from '@backstage/catalog-model';
import { OWN_KEYS } from '@backstage-maturity/plugin-maturity-common';
import { component, group } from './__testUtils__/entities';
import { randomTexts } from './__testUtils__/randomTexts';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from './__testUtils__/TestDatabases';

// A long run sets this to 100000.
const VALUES = Number(process.env.MATURITY_TEST_HOSTILE_VALUES ?? 4_000);

jest.setTimeout(60_000 + VALUES * 20);

const databases = TestDatabases.create();

const KEYS = [
  ...OWN_KEYS.map(({ key }) => key),
  'maturity/exempt.owner-assigned',
  'backstage.io/techdocs-ref',
  'backstage.io/source-location',
  'backstage.io/kubernetes-id',
  'github.com/project-slug',
  'gitlab.com/project-slug',
  'pagerduty.com/service-id',
  'grafana/dashboard-selector',
  'sonarqube.org/project-key',
  '__proto__',
  'constructor',
];

function hostile(name: string, text: () => string): Entity {
  const next = text;
  const entity = component(name, {
    title: next(),
    annotations: Object.fromEntries(KEYS.map(key => [key, next()])),
    spec: { type: next(), lifecycle: next(), owner: 'group:default/payments' },
  });
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      description: next(),
      tags: [next(), next()],
      labels: { 'maturity/tier': next() },
      links: [{ url: next(), title: next(), type: next() }],
    },
    spec: { ...entity.spec, system: next(), dependsOn: [next(), next()] },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments' },
      { type: 'dependsOn', targetRef: next() },
    ],
  };
}

const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e]/u;

describe.each(ENGINES)('Hostile values on %s', engine => {
  let portal: Portal;
  const names = Array.from(
    { length: Math.ceil(VALUES / KEYS.length) },
    (_, at) => `h-${at}`,
  );

  beforeAll(async () => {
    const text = randomTexts(23);
    const entities = names.map(name => hostile(name, text));
    const catalog = new TestCatalog([group('payments'), ...entities]);
    catalog.mayRefresh = false;
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog,
      config: { maturity: { exemptAnnotations: true } },
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  it('in the catalog become scorecards', async () => {
    const { body } = await portal.get('/sweeps');
    expect(body.items[0]).toMatchObject({ status: 'succeeded', error: null });
    const list = await portal.get('/scorecards?limit=500');
    expect(list.status).toBe(200);
    expect(list.body.totalItems).toBe(names.length);
  });

  it('are served in every answer', async () => {
    const paths = [
      '/advice',
      ...['organization', 'owner', 'system', 'domain', 'type', 'tier'].map(
        by => `/roll-ups?by=${by}`,
      ),
      '/roll-ups/group/default/payments?limit=500',
      ...['name', 'type', 'system', 'tier', '-overall', '-evaluated'].map(
        sort => `/scorecards?sort=${sort}&limit=500`,
      ),
      ...names.map(name => `/scorecards/component/default/${name}`),
    ];
    const wrong: [string, number][] = [];
    for (const path of paths) {
      const { status } = await portal.get(path);
      if (status !== 200) wrong.push([path, status]);
    }
    expect(wrong).toEqual([]);
    const csv = await portal.get('/scorecards').set('Accept', 'text/csv');
    expect(csv.status).toBe(200);
  });

  it('in questions are refused or find nothing', async () => {
    const text = randomTexts(42);
    const failed: [string, number][] = [];
    const parameters = [
      'q',
      'owner',
      'system',
      'type',
      'sort',
      'cursor',
      'track',
      'check',
      'level',
      'limit',
      '__proto__',
    ];
    const ask = async (path: string) => {
      const { status } = await portal.get(path);
      if (status >= 500) failed.push([path, status]);
    };
    for (let turn = 0; turn < 40; turn++) {
      const value = encodeURIComponent(text().replace(/\p{Cs}/gu, ''));
      for (const parameter of parameters) {
        await ask(`/scorecards?${parameter}=${value}`);
      }
      await ask(`/scorecards/component/default/${value}`);
      await ask(`/scorecards/${value}/default/h-0`);
      await ask(`/roll-ups/group/default/${value}`);
      await ask(`/roll-ups?by=system&parent=${value}`);
      await ask(`/checks/${value}`);
    }
    const broken = ['%', '%ff', '%c0%af', '%ed%a0%80'];
    for (const value of broken) {
      await ask(`/scorecards?q=${value}`);
      await ask(`/scorecards/component/default/${value}`);
    }
    expect(failed).toEqual([]);
  });

  it('leave no log line with a character that commands', async () => {
    portal.catalog.failingPage = 1;
    portal.catalog.failure = 'reset\u001b[31m\nforged line\u202e';
    await portal.sweep();
    const lines = portal.log.lines.map(({ message }) => message);

    expect(lines.some(line => line.includes('\\u001b[31m\\u000aforged'))).toBe(
      true,
    );
    expect(lines.filter(line => UNPRINTABLE.test(line))).toEqual([]);
    expect(lines.filter(line => line.includes('\nforged'))).toEqual([]);
  });
});

import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scoreFolder } from '@backstage-maturity/cli';
import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { component, group } from '../../__testUtils__/entities';
import { type Portal, startPortal } from '../../__testUtils__/startPortal';
import { TestCatalog } from '../../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { readRepositories } from '../../database';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

const SERVICE: Readonly<Record<string, string>> = {
  '.git/HEAD': '0123456789abcdef0123456789abcdef01234567\n',
  '.gitignore': 'out\n',
  '.github/workflows/ci.yml':
    'on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n',
  '.github/dependabot.yml':
    'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: { interval: weekly }\n',
  'package.json': '{"name":"checkout","scripts":{"test":"jest"}}',
  'src/index.test.ts': 'it("works", () => {});',
  'docs/runbook.md': '# Runbook\n\n1. Look at the dashboard.\n2. Roll back.\n',
  'deploy/Chart.yaml': 'apiVersion: v2\nname: checkout\nversion: 1.0.0\n',
  'out/ops/runbook.md': '# Ignored\n',
};

describe.each(ENGINES)('Files of local services on %s', engine => {
  let root: string;
  let portal: Portal;
  let catalog: TestCatalog;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'maturity-local-')));
  });

  afterEach(async () => {
    await portal?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }

  /** As the module of the catalog provides it. */
  function provided(
    name: string,
    annotations: Record<string, string> = {},
    file = join(root, name, 'catalog-info.yaml'),
  ) {
    const location = `file:${file}`;
    return component(name, {
      annotations: {
        ...annotations,
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    });
  }

  function writeService(annotations: Record<string, string> = {}) {
    const files = {
      ...SERVICE,
      'catalog-info.yaml': JSON.stringify(
        component('checkout', { annotations }),
      ),
    };
    write(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [`checkout/${path}`, text]),
      ),
    );
    return provided('checkout', annotations);
  }

  async function start(entities: TestCatalog['entities']) {
    catalog = new TestCatalog([group('payments'), ...entities]);
    const db = await databases.connect(engine);
    const config = { maturity: { local: { root } } };
    portal = await startPortal({ db, catalog, config });
    return db;
  }

  const read = async (name = 'checkout') =>
    (await portal.get(`/scorecards/component/default/${name}`).expect(200)).body
      .scorecard;

  async function verdict(check: string, name = 'checkout') {
    const { results } = await read(name);
    return results.find((result: { check: string }) => result.check === check);
  }

  it('give the verdicts of the command line', async () => {
    const entity = writeService({ 'maturity/tier': '2' });
    await start([entity]);
    await portal.sweep();
    const card = await read();

    const { scorecards } = await scoreFolder({
      folder: join(root, 'checkout'),
      context: [group('payments')],
      definitions: createDefinitionSet(),
      now: Date.now(),
    });
    const verdictsOf = ({ results }: typeof card) =>
      Object.fromEntries(
        results.map(
          ({ check, status, reason, evidence }: (typeof results)[number]) => [
            check,
            {
              status,
              reason,
              evidence: evidence.map(
                ({ strength, source }: (typeof evidence)[number]) =>
                  `${strength} ${source}`,
              ),
            },
          ],
        ),
      );
    expect(verdictsOf(card)).toEqual(
      JSON.parse(JSON.stringify(verdictsOf(scorecards[0]))),
    );
    expect(card.tracks).toEqual(
      JSON.parse(JSON.stringify(scorecards[0].tracks)),
    );
    for (const check of ['ci-pipeline', 'source-linked', 'runbook-linked']) {
      expect(await verdict(check)).toMatchObject({
        status: 'pass',
        evidence: [{ strength: 'observed' }],
      });
    }
  });

  it('count in the very first scorecard of a new service', async () => {
    const db = await start([writeService()]);
    await portal.sweep();
    expect(await verdict('ci-pipeline')).toMatchObject({ status: 'pass' });
    // A first scorecard is no change, and a second one would be.
    expect(await db('maturity_history')).toEqual([]);
  });

  it('are read again when they change, and not written while they do not', async () => {
    const db = await start([writeService()]);
    await portal.sweep();
    const before = await readRepositories(db);
    await portal.sweep();
    expect(await readRepositories(db)).toEqual(before);

    rmSync(join(root, 'checkout/.github'), { recursive: true });
    await portal.sweep();
    expect(await verdict('ci-pipeline')).toMatchObject({ status: 'unknown' });
  });

  it('are read by a refresh', async () => {
    await start([writeService()]);
    await portal.sweep();
    rmSync(join(root, 'checkout/.github'), { recursive: true });
    catalog.onRefresh = () => catalog.replace(provided('checkout'));
    await portal
      .post('/scorecards/component/default/checkout/refresh')
      .expect(200);
    expect(await verdict('ci-pipeline')).toMatchObject({ status: 'unknown' });
  });

  it('contradict what an annotation claims, with both sides', async () => {
    await start([writeService({ 'maturity/runbook': 'docs/gone.md' })]);
    await portal.sweep();
    const result = await verdict('runbook-linked');
    expect(result).toMatchObject({ status: 'fail', reason: 'contradicted' });
    const evidence = JSON.stringify(result.evidence);
    expect(evidence).toContain('maturity/runbook');
    expect(evidence).toContain('docs/runbook.md');
  });

  it('tell what came with the golden path, wherever it still is what passes', async () => {
    const id = '0123456789abcdef0123456789abcdef01234567';
    const recorded = ['.github/workflows/ci.yml', '.github/dependabot.yml'];
    write({
      'checkout/.golden-path.yaml': [
        'template: template:default/node-service',
        'version: 1.0.0',
        'files:',
        ...recorded.map(path => `  ${path}: ${id}`),
        '',
      ].join('\n'),
    });
    const template = {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'node-service' },
      spec: { type: 'service' },
    };
    await start([template, writeService()]);
    await portal.sweep();
    const goldenPath = async () =>
      (await portal.get('/scorecards/component/default/checkout')).body
        .goldenPath;
    expect(await goldenPath()).toEqual({
      template: 'template:default/node-service',
      checks: ['ci-pipeline', 'automated-tests', 'dependency-updates'],
    });

    rmSync(join(root, 'checkout/.github/workflows'), { recursive: true });
    write({ 'checkout/.gitlab-ci.yml': 'test:\n  script: npm test\n' });
    await portal.sweep();
    expect(await verdict('ci-pipeline')).toMatchObject({ status: 'pass' });
    expect(await goldenPath()).toMatchObject({
      checks: ['dependency-updates'],
    });

    catalog.entities = catalog.entities.filter(each => each !== template);
    await portal.sweep();
    expect(await goldenPath()).toBeUndefined();
  });

  it('count only in a real direct sub-folder of the root', async () => {
    write({ 'real/docs/runbook.md': SERVICE['docs/runbook.md'] });
    symlinkSync(join(root, 'real'), join(root, 'linked'));
    const db = await start([
      provided('linked'),
      provided('deep', {}, join(root, 'real/docs/catalog-info.yaml')),
      provided('above', {}, join(root, '../catalog-info.yaml')),
      provided('dots', {}, `${root}/real/../../etc/catalog-info.yaml`),
      provided('top', {}, join(root, 'catalog-info.yaml')),
    ]);
    await portal.sweep();
    const heads = await readRepositories(db);
    expect(heads.map(({ source, error }) => [source, error])).toEqual([
      [
        'file:linked',
        'The folder of the service is a link, and links are not followed.',
      ],
    ]);
    expect(await verdict('runbook-linked', 'linked')).toMatchObject({
      status: 'unknown',
      reason: 'error',
    });
    expect((await verdict('runbook-linked', 'deep')).reason).not.toBe('error');
  });

  it('that are gone keep what was seen, until their entity goes', async () => {
    const db = await start([writeService()]);
    await portal.sweep();
    rmSync(join(root, 'checkout'), { recursive: true });
    await portal.sweep();
    expect(await verdict('ci-pipeline')).toMatchObject({ status: 'pass' });
    expect(await readRepositories(db)).toMatchObject([
      { error: 'The folder of the service is gone.' },
    ]);
  });
});

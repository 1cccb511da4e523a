import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import type { JsonObject } from '@backstage/types';
import { component, group } from '../../__testUtils__/entities';
import { LoopbackGitHost } from '../../__testUtils__/LoopbackGitHost';
import { type Portal, startPortal } from '../../__testUtils__/startPortal';
import { tarball, tarEntry } from '../../__testUtils__/tarball';
import { TestCatalog } from '../../__testUtils__/TestCatalog';
import {
  type Engine,
  ENGINES,
  TestDatabases,
} from '../../__testUtils__/TestDatabases';
import { readRepositories } from '../../database';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

const RUNBOOK = '# Runbook\n\n1. Look at the dashboard.\n2. Roll back.\n';
const WORKFLOW =
  'on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n';
const FILES = {
  '.github/workflows/ci.yml': WORKFLOW,
  'docs/runbook.md': RUNBOOK,
  'src/index.test.ts': 'it("works", () => {});',
};

describe('Trees of a host', () => {
  let git: LoopbackGitHost;
  let portal: Portal;
  let catalog: TestCatalog;

  beforeEach(async () => {
    git = await LoopbackGitHost.start();
    git.files = FILES;
  });

  afterEach(async () => {
    await portal.stop();
    await git.stop();
  });

  async function start(
    options: {
      engine?: Engine;
      repository?: JsonObject;
      names?: readonly string[];
      annotations?: Record<string, string>;
    } = {},
  ) {
    const { engine = 'SQLite', names = ['checkout'], annotations } = options;
    catalog = new TestCatalog([
      group('payments'),
      ...names.map(name =>
        component(name, {
          annotations: { ...git.sourceOf(name), ...annotations },
        }),
      ),
    ]);
    const db = await databases.connect(engine);
    portal = await startPortal({
      db,
      catalog,
      config: {
        integrations: git.integrations,
        maturity: { repository: { enabled: true, ...options.repository } },
      },
      features: [urlReaderServiceFactory],
    });
    return db;
  }

  async function verdict(check: string, name = 'checkout') {
    const { body } = await portal
      .get(`/scorecards/component/default/${name}`)
      .expect(200);
    return body.scorecard.results.find(
      (result: { check: string }) => result.check === check,
    );
  }

  it.each(ENGINES)(
    'are seen, and change verdicts at once, on %s',
    async engine => {
      const db = await start({ engine });
      await portal.sweep();
      expect(await verdict('ci-pipeline')).toMatchObject({
        status: 'pass',
        evidence: [
          {
            strength: 'observed',
            source: expect.stringContaining('.github/workflows/ci.yml'),
            observedAt: expect.any(String),
          },
        ],
      });
      // A second process finds everything that it needs in the database.
      const [head] = await readRepositories(db);
      expect(head).toMatchObject({
        entityRef: 'component:default/checkout',
        source: `url:http://${git.host}/acme/checkout/tree/main/`,
        error: null,
        failures: 0,
      });
      expect(head.dueAt - (head.observedAt ?? 0)).toBeGreaterThan(50 * 60_000);

      git.files = { 'README.md': '# Checkout' };
      git.commit = 'c2';
      await db('maturity_repositories').update({ due_at: 0 });
      await portal.sweep();
      expect(await verdict('ci-pipeline')).toMatchObject({ status: 'unknown' });
    },
  );

  it('cost at most two requests while they are unchanged', async () => {
    const db = await start();
    await portal.sweep();
    const [before] = await readRepositories(db);
    git.requests = [];
    await portal.sweep();
    expect(git.requests).toEqual([]);

    await db('maturity_repositories').update({ due_at: 0 });
    await portal.sweep();
    expect(git.requests).toHaveLength(1);
    const [after] = await readRepositories(db);
    expect(after.factsHash).toBe(before.factsHash);
    expect(after.observedAt).toBeGreaterThan(before.observedAt ?? 0);
  });

  it('contradict what an annotation claims, with both sides', async () => {
    await start({ annotations: { 'maturity/runbook': 'docs/gone.md' } });
    await portal.sweep();
    const result = await verdict('runbook-linked');
    expect(result).toMatchObject({ status: 'fail', reason: 'contradicted' });
    expect(JSON.stringify(result)).toContain('docs/gone.md');
    expect(result.evidence).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          source: expect.stringContaining('docs/runbook.md'),
        }),
      ]),
    );
  });

  it('are not asked for when that is off', async () => {
    await start({ repository: { enabled: false } });
    await portal.sweep();
    expect(git.requests).toEqual([]);
    expect((await verdict('ci-pipeline')).reason).not.toBe('error');
  });

  it.each([
    [404, 'The host has no such tree, or the portal may not read it.'],
    [403, 'The host refused to give the files, with status 403.'],
    [429, 'The host refused to give the files, with status 429.'],
    [503, 'The host refused to give the files, with status 503.'],
  ])(
    'leave verdicts unknown while the host answers with %i, and then keep what was seen',
    async (status, message) => {
      const db = await start();
      git.status = status;
      await portal.sweep();
      expect(await verdict('ci-pipeline')).toMatchObject({
        status: 'unknown',
        reason: 'error',
        details: { source: 'repository', message },
      });
      const [failed] = await readRepositories(db);
      expect(failed).toMatchObject({ error: message, failures: 1 });
      expect(failed.dueAt).toBeGreaterThan(Date.now() + 50_000);
      git.requests = [];
      await portal.sweep();
      expect(git.requests).toEqual([]);
    },
  );

  it('keep the last facts with their age when the host begins to fail', async () => {
    const db = await start();
    await portal.sweep();
    const [before] = await readRepositories(db);
    const seen = await verdict('ci-pipeline');
    git.status = 503;
    await db('maturity_repositories').update({ due_at: 0 });
    await portal.sweep();
    expect(await readRepositories(db)).toEqual([
      {
        ...before,
        error: 'The host refused to give the files, with status 503.',
        failures: 1,
        dueAt: expect.any(Number),
      },
    ]);
    expect(await verdict('ci-pipeline')).toEqual(seen);
  });

  it('of a host that refuses are not asked for one after the other', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const db = await start({ names, repository: { concurrency: 2 } });
    git.status = 429;
    await portal.sweep();
    git.requests = [];
    await db('maturity_repositories').update({ due_at: 0 });
    await portal.sweep();
    expect(git.requests).toEqual([]);
  });

  it('are spread at first, and at most so many are read at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const db = await start({ names, repository: { concurrency: 2 } });
    await portal.sweep();
    const heads = await readRepositories(db);
    expect(heads.filter(({ observedAt }) => observedAt !== null).length).toBe(
      1,
    );
    const due = heads.map(({ dueAt }) => dueAt).sort((a, b) => a - b);
    expect(new Set(due).size).toBe(12);

    git.delay = 50;
    git.load.most = 0;
    await db('maturity_repositories').update({ due_at: 0, etag: null });
    await portal.sweep();
    expect(git.load.most).toBe(2);
    expect(await verdict('ci-pipeline', 's11')).toMatchObject({
      status: 'pass',
    });
  });

  const whole = gzipSync(
    tarball({ 'acme/a.md': `# A ${randomBytes(5_000).toString('hex')}` }),
  );

  it.each<[string, string, (response: ServerResponse) => void]>([
    [
      'ends early',
      'The host did not answer in time.',
      response => {
        response.writeHead(200, { 'Content-Length': whole.length });
        response.write(whole.subarray(0, 3_000));
        setTimeout(() => response.destroy(), 50);
      },
    ],
    [
      'was cut before it was sent',
      'The files could not be read.',
      response => response.end(whole.subarray(0, 3_000)),
    ],
    [
      'is no archive',
      'The tree holds no files.',
      response => response.end('<html>sign in</html>'),
    ],
  ])('stay unknown when the archive %s', async (_, message, archive) => {
    const db = await start({ repository: { timeout: { seconds: 3 } } });
    git.archive = archive;
    await portal.sweep();
    expect(await verdict('ci-pipeline')).toMatchObject({
      status: 'unknown',
      reason: 'error',
      details: { message },
    });
    expect(await readRepositories(db)).toMatchObject([
      { factsHash: null, failures: 1 },
    ]);
  });

  it('stop at the limit of bytes, however long the archive would go on', async () => {
    await start({ repository: { maxBytes: 5_000_000 } });
    let sent = 0;
    let closed: Promise<unknown> | undefined;
    git.archive = response => {
      closed = once(response, 'close');
      const gzip = createGzip({ level: 0 });
      gzip.pipe(response);
      gzip.on('error', () => {});
      const more = () => {
        if (response.destroyed) return;
        sent += 1_000_000;
        const content = Buffer.alloc(1_000_000, 'x');
        gzip.write(tarEntry(`acme/${sent}.bin`, content), more);
      };
      more();
    };
    await portal.sweep();
    await closed;
    expect(sent).toBeLessThan(30_000_000);
    expect(await verdict('ci-pipeline')).toMatchObject({
      status: 'unknown',
      details: {
        message:
          'The files have more than 5000000 bytes together, and no more are read.',
      },
    });
  });

  it('are given up when the host does not go on', async () => {
    await start({ repository: { timeout: { seconds: 1 } } });
    git.archive = () => {};
    await portal.sweep();
    expect(await verdict('ci-pipeline')).toMatchObject({
      details: { message: 'The host did not answer in time.' },
    });
  });

  it('are listed up to the limit of files, and then absence proves nothing', async () => {
    await start({
      repository: { maxFiles: 2 },
      annotations: { 'maturity/runbook': 'docs/zz.md' },
    });
    await portal.sweep();
    expect((await verdict('runbook-linked')).reason).not.toBe('contradicted');
  });

  it('hold nothing by names that lead out of them', async () => {
    await start();
    git.archive = response =>
      response.end(
        gzipSync(
          tarball({
            'acme/../.github/workflows/ci.yml': WORKFLOW,
            'acme/../../docs/runbook.md': RUNBOOK,
            'acme/node_modules/x/docs/runbook.md': RUNBOOK,
            'acme/README.md': '# Checkout',
          }),
        ),
      );
    await portal.sweep();
    expect(await verdict('ci-pipeline')).toMatchObject({ status: 'unknown' });
    expect(JSON.stringify(await verdict('runbook-linked'))).not.toContain(
      'docs/runbook.md',
    );
  });

  it('are not stored by a round that is stopped', async () => {
    const db = await start();
    await portal.sweep();
    await db('maturity_repositories').update({ due_at: 0 });
    const before = await readRepositories(db);
    git.commit = 'c2';
    const stop = new AbortController();
    git.archive = () => stop.abort();
    await portal.sweep(stop.signal);
    expect(await readRepositories(db)).toEqual(before);
  });

  it('go with their entity, and begin anew when they move', async () => {
    const db = await start({ names: ['a', 'b'] });
    await portal.sweep();
    catalog.entities = catalog.entities.filter(
      ({ metadata }) => metadata.name !== 'b',
    );
    catalog.replace(component('a', { annotations: git.sourceOf('moved') }));
    git.status = 404;
    await portal.sweep();
    expect(await readRepositories(db)).toMatchObject([
      {
        entityRef: 'component:default/a',
        source: `url:http://${git.host}/acme/moved/tree/main/`,
        factsHash: null,
      },
    ]);
  });
});

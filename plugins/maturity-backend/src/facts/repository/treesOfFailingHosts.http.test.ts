import { HostedTrees } from '../../__testUtils__/HostedTrees';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { readRepositories } from '../../database';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

describe('Trees of a host that fails or is slow', () => {
  let hosted: HostedTrees;

  beforeEach(async () => {
    hosted = await HostedTrees.open(databases);
  });

  afterEach(() => hosted.stop());

  it.each([
    [404, 'The host has no such tree, or the portal may not read it.'],
    [403, 'The host refused to give the files, with status 403.'],
    [429, 'The host refused to give the files, with status 429.'],
    [503, 'The host refused to give the files, with status 503.'],
  ])(
    'leave verdicts unknown while the host answers with %i, and then keep what was seen',
    async (status, message) => {
      const db = await hosted.start();
      hosted.git.status = status;
      await hosted.portal.sweep();
      expect(await hosted.verdict('ci-pipeline')).toMatchObject({
        status: 'unknown',
        reason: 'error',
        details: { source: 'repository', message },
      });
      const [failed] = await readRepositories(db);
      expect(failed).toMatchObject({ error: message, failures: 1 });
      expect(failed.dueAt).toBeGreaterThan(Date.now() + 50_000);
      hosted.git.requests = [];
      await hosted.portal.sweep();
      expect(hosted.git.requests).toEqual([]);
    },
  );

  it('keep the last facts with their age when the host begins to fail', async () => {
    const db = await hosted.start();
    await hosted.portal.sweep();
    const [before] = await readRepositories(db);
    const seen = await hosted.verdict('ci-pipeline');
    hosted.git.status = 503;
    await db('maturity_repositories').update({ due_at: 0 });
    await hosted.portal.sweep();
    expect(await readRepositories(db)).toEqual([
      {
        ...before,
        error: 'The host refused to give the files, with status 503.',
        failures: 1,
        dueAt: expect.any(Number),
      },
    ]);
    expect(await hosted.verdict('ci-pipeline')).toEqual(seen);
  });

  it('of a host that refuses are not asked for one after the other', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const db = await hosted.start({ names, repository: { concurrency: 2 } });
    hosted.git.status = 429;
    await hosted.portal.sweep();
    hosted.git.requests = [];
    await db('maturity_repositories').update({ due_at: 0 });
    await hosted.portal.sweep();
    expect(hosted.git.requests).toEqual([]);
  });

  it('wait longer each time when they alone are refused, and the others go on', async () => {
    const db = await hosted.start({ names: ['open', 'shut'] });
    await hosted.portal.sweep();
    await db('maturity_repositories').update({ due_at: 0, failures: 5 });
    hosted.git.statusOf.set('shut', 403);
    await hosted.portal.sweep();

    const [open, shut] = await readRepositories(db);
    expect(open).toMatchObject({ error: null, failures: 0 });
    expect(open.observedAt).not.toBeNull();
    expect(shut.failures).toBe(6);
    expect(shut.dueAt - Date.now()).toBeGreaterThan(30 * 60_000);
  });

  it('are spread at first, and at most so many are read at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const db = await hosted.start({ names, repository: { concurrency: 2 } });
    await hosted.portal.sweep();
    const heads = await readRepositories(db);
    expect(heads.filter(({ observedAt }) => observedAt !== null).length).toBe(
      1,
    );
    const due = heads.map(({ dueAt }) => dueAt).sort((a, b) => a - b);
    expect(new Set(due).size).toBe(12);

    hosted.git.delay = 50;
    hosted.git.load.most = 0;
    await db('maturity_repositories').update({ due_at: 0, etag: null });
    await hosted.portal.sweep();
    expect(hosted.git.load.most).toBe(2);
    expect(await hosted.verdict('ci-pipeline', 's11')).toMatchObject({
      status: 'pass',
    });
  });
});

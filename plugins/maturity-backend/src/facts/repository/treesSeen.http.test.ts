import { component } from '../../__testUtils__/entities';
import { HostedTrees } from '../../__testUtils__/HostedTrees';
import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { readRepositories } from '../../database';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

describe('Trees of a host', () => {
  let hosted: HostedTrees;

  beforeEach(async () => {
    hosted = await HostedTrees.open(databases);
  });

  afterEach(() => hosted.stop());

  it.each(ENGINES)(
    'are seen, and change verdicts at once, on %s',
    async engine => {
      const db = await hosted.start({ engine });
      await hosted.portal.sweep();
      expect(await hosted.verdict('ci-pipeline')).toMatchObject({
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
        source: `url:http://${hosted.git.host}/acme/checkout/tree/main/`,
        error: null,
        failures: 0,
      });
      expect(head.dueAt - (head.observedAt ?? 0)).toBeGreaterThan(50 * 60_000);

      hosted.git.files = { 'README.md': '# Checkout' };
      hosted.git.commit = 'c2';
      await db('maturity_repositories').update({ due_at: 0 });
      await hosted.portal.sweep();
      expect(await hosted.verdict('ci-pipeline')).toMatchObject({
        status: 'unknown',
      });
    },
  );

  it('cost at most two requests while they are unchanged', async () => {
    const db = await hosted.start();
    await hosted.portal.sweep();
    const [before] = await readRepositories(db);
    hosted.git.requests = [];
    await hosted.portal.sweep();
    expect(hosted.git.requests).toEqual([]);

    await db('maturity_repositories').update({ due_at: 0 });
    await hosted.portal.sweep();
    expect(hosted.git.requests).toHaveLength(1);
    const [after] = await readRepositories(db);
    expect(after.factsHash).toBe(before.factsHash);
    expect(after.observedAt).toBeGreaterThan(before.observedAt ?? 0);
  });

  it('contradict what an annotation claims, with both sides', async () => {
    await hosted.start({ annotations: { 'maturity/runbook': 'docs/gone.md' } });
    await hosted.portal.sweep();
    const result = await hosted.verdict('runbook-linked');
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

  it('are not read for an entity of another repository, which is told why', async () => {
    const db = await hosted.start();
    await hosted.portal.sweep();
    expect(await hosted.verdict('ci-pipeline')).toMatchObject({
      status: 'pass',
    });
    // The catalog sets where an entity comes from, and leaves the source location to its author.
    hosted.catalog.replace(
      component('checkout', {
        annotations: {
          ...hosted.git.sourceOf('secret'),
          'backstage.io/managed-by-location': `url:http://${hosted.git.host}/acme/checkout/blob/main/catalog-info.yaml`,
        },
      }),
    );
    hosted.git.requests = [];
    await hosted.portal.sweep();
    expect(hosted.git.requests).toEqual([]);
    expect(await readRepositories(db)).toEqual([]);
    const result = await hosted.verdict('ci-pipeline');
    expect(result.status).toBe('unknown');
    expect(JSON.stringify(result)).toContain('names another repository');
  });

  it('are not asked for when that is off', async () => {
    await hosted.start({ repository: { enabled: false } });
    await hosted.portal.sweep();
    expect(hosted.git.requests).toEqual([]);
    expect((await hosted.verdict('ci-pipeline')).reason).not.toBe('error');
  });

  it('hold what was committed, whatever .gitignore names', async () => {
    hosted.git.files = {
      ...hosted.git.files,
      '.gitignore': '.github/\ndocs\n',
    };
    await hosted.start();
    await hosted.portal.sweep();
    expect(await hosted.verdict('ci-pipeline')).toMatchObject({
      status: 'pass',
    });
    expect(await hosted.verdict('runbook-linked')).toMatchObject({
      status: 'pass',
    });
  });

  it('are not stored by a round that is stopped', async () => {
    const db = await hosted.start();
    await hosted.portal.sweep();
    await db('maturity_repositories').update({ due_at: 0 });
    const before = await readRepositories(db);
    hosted.git.commit = 'c2';
    const stop = new AbortController();
    hosted.git.archive = () => stop.abort();
    await hosted.portal.sweep(stop.signal);
    expect(await readRepositories(db)).toEqual(before);
  });

  it.each(ENGINES)(
    'are read again for an entity that comes to many others of its repository, on %s',
    async engine => {
      const names = Array.from({ length: 120 }, (_, index) => `c${index}`);
      const annotations = hosted.git.sourceOf('mono');
      const db = await hosted.start({ engine, names, annotations });
      await hosted.portal.sweep();
      await db('maturity_repositories').update({ due_at: 0 });
      hosted.catalog.entities = [
        ...hosted.catalog.entities,
        component('z-new', { annotations }),
      ];
      hosted.git.requests = [];
      await hosted.portal.sweep();
      await hosted.portal.sweep();
      expect(hosted.git.requests).toHaveLength(2);
      const heads = await readRepositories(db);
      expect(heads).toHaveLength(121);
      expect(new Set(heads.map(({ factsHash }) => factsHash)).size).toBe(1);
      expect(await hosted.verdict('ci-pipeline', 'z-new')).toMatchObject({
        status: 'pass',
      });
    },
  );

  it('go with their entity, and begin anew when they move', async () => {
    const db = await hosted.start({ names: ['a', 'b'] });
    await hosted.portal.sweep();
    hosted.catalog.entities = hosted.catalog.entities.filter(
      ({ metadata }) => metadata.name !== 'b',
    );
    hosted.catalog.replace(
      component('a', { annotations: hosted.git.sourceOf('moved') }),
    );
    hosted.git.status = 404;
    await hosted.portal.sweep();
    expect(await readRepositories(db)).toMatchObject([
      {
        entityRef: 'component:default/a',
        source: `url:http://${hosted.git.host}/acme/moved/tree/main/`,
        factsHash: null,
      },
    ]);
  });
});

import type { Entity } from '@backstage/catalog-model';
import { component, group, system } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const HOSTILE: Record<string, string> = {
  empty: '',
  megabyte: 'x'.repeat(1024 * 1024),
  control: 'a\u0000b\u0007\u001b[31mc\r\nd',
  html: '<img src=x onerror=alert(1)>',
  proto: '__proto__',
  constructor: 'constructor',
  unicode: '🦄 ünïcödé ‮ right to left',
  lone: '\ud800 alone',
};

// A plain literal would set the prototype instead of a key.
const prototypeKeys: Record<string, string> = JSON.parse(
  '{"__proto__":"x","constructor":"y","maturity/ci":"toString"}',
);

function hostile(name: string, value: string): Entity {
  return component(`hostile-${name}`, {
    title: `H ${value.slice(0, 300)}`,
    annotations: {
      'maturity/tier': value,
      'maturity/slo': value,
      'maturity/runbook': value,
      'maturity/readiness-review': value,
      'maturity/dashboard': value,
      'maturity/stack': value,
    },
    spec: {
      type: 'hostile',
      lifecycle: value,
      system: value.slice(0, 200) || undefined,
    },
  });
}

function catalog(): TestCatalog {
  const tiers = ['1', '2', '3', '4'];
  return new TestCatalog([
    group('company'),
    group('payments', 'company'),
    group('growth', 'company'),
    system('checkout'),
    ...Array.from({ length: 24 }, (_, index) =>
      component(`svc-${String(index).padStart(2, '0')}`, {
        title: index === 3 ? 'Über Service' : undefined,
        spec: {
          type: index % 3 ? 'service' : 'library',
          lifecycle: index === 5 ? 'deprecated' : 'production',
          owner: index % 2 ? 'group:default/payments' : 'growth',
          ...(index < 4 ? { system: 'checkout' } : {}),
        },
        annotations:
          index % 5 ? { 'maturity/tier': tiers[index % 4] } : undefined,
      }),
    ),
    component('part', {
      spec: { subcomponentOf: 'component:default/svc-00', owner: 'growth' },
    }),
    ...Object.entries(HOSTILE).map(([name, value]) => hostile(name, value)),
    component('hostile-keys', {
      annotations: prototypeKeys,
      spec: { type: 'hostile' },
    }),
  ]);
}

describe.each(ENGINES)('Scorecards over HTTP on %s', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      db: await databases.connect(engine),
      catalog: catalog(),
    });
    await portal.sweep();
  });

  afterAll(() => portal.stop());

  async function list(query: string): Promise<string[]> {
    const { status, body } = await portal.get(`/scorecards?${query}`);
    expect([query, status, body.error]).toEqual([query, 200, undefined]);
    return body.items.map(({ entityRef }: { entityRef: string }) =>
      entityRef.replace('component:default/', ''),
    );
  }

  it('gives one scorecard with all results in definition order', async () => {
    const definitions = await portal.get('/definitions');
    const answer = await portal.get('/scorecards/component/default/svc-01');

    expect(answer.status).toBe(200);
    expect(answer.body.summary).toMatchObject({
      entityRef: 'component:default/svc-01',
      title: 'svc-01',
      tier: 2,
      owner: 'group:default/payments',
      system: 'system:default/checkout',
      lifecycle: 'production',
    });
    const ids = answer.body.scorecard.results.map(
      (result: { check: string }) => result.check,
    );
    expect(ids).toEqual(
      definitions.body.checks.map((check: { id: string }) => check.id),
    );
    expect(ids).toHaveLength(48);
  });

  it('answers 404 with a sentence for what does not exist', async () => {
    const answer = await portal.get('/scorecards/component/default/nothing');

    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe(
      'There is no scorecard of "component:default/nothing"; expected a component of the catalog.',
    );
  });

  it.each([
    ['q=%C3%9CBER', ['svc-03']],
    ['q=svc-1&limit=3', ['svc-10', 'svc-11', 'svc-12']],
    ['q=svc&tier=none', ['svc-00', 'svc-05', 'svc-10', 'svc-15', 'svc-20']],
    ['stage=leaving', ['svc-05']],
    ['lifecycle=deprecated', ['svc-05']],
    ['q=svc-0&owner=group:default/payments&tier=2', ['svc-01', 'svc-09']],
    ['system=system:default/checkout&type=library', ['svc-00', 'svc-03']],
    ['owner=Group:default/Company', []],
    [
      'owner=group:default/company&ownerScope=tree&q=svc-1&type=library',
      ['svc-12', 'svc-15', 'svc-18'],
    ],
    ['q=%25', []],
    ['q=_', ['hostile-proto']],
    ["q='; drop table maturity_scorecards; --", []],
  ])('filters by %s', async (query, expected) => {
    expect((await list(query)).sort()).toEqual(expected);
  });

  it('finds the parts of a system through subcomponents', async () => {
    expect(await list('system=system:default/checkout')).toContain('part');
  });

  it('filters by the status of a check so that statuses add up', async () => {
    const { body } = await portal.get('/checks/tier-declared');
    const all = await portal.get('/scorecards?limit=1');
    let total = 0;
    for (const [status, count] of Object.entries<number>(body.counts)) {
      const page = await portal.get(
        `/scorecards?check=tier-declared&status=${status}`,
      );
      expect([status, page.body.totalItems]).toEqual([status, count]);
      total += count;
    }
    expect(total).toBe(all.body.totalItems);
    expect(body.counts.pass).toBeGreaterThan(0);
    expect(body.counts['not-applicable']).toBeGreaterThan(0);
  });

  it('filters by levels so that levels add up', async () => {
    const all = await portal.get('/scorecards?limit=1');
    const some = await portal.get(
      '/scorecards?track=sre&level=0&level=1&limit=1',
    );
    const none = await portal.get('/scorecards?track=sre&level=none&limit=1');
    const rest = await portal.get(
      '/scorecards?track=sre&level=2&level=3&level=4&limit=1',
    );
    expect(none.body.totalItems).toBeGreaterThan(0);
    expect(
      some.body.totalItems + none.body.totalItems + rest.body.totalItems,
    ).toBe(all.body.totalItems);
  });

  it.each([
    'name',
    '-name',
    'overall',
    '-overall',
    'tier',
    '-tier',
    'stage',
    '-stage',
    'owner',
    '-owner',
    'system',
    '-system',
    'type',
    'evaluated',
    '-evaluated',
    'level:devops',
    '-level:devops',
    'score:sre',
    '-score:sre',
  ])('pages through the order %s in both directions', async sort => {
    const whole = await list(`sort=${sort}&limit=500`);
    const forward: string[][] = [];
    let next: string | undefined;
    let previous: string | undefined;
    do {
      const cursor: string = next ? `&cursor=${next}` : '';
      const { body } = await portal.get(
        `/scorecards?sort=${sort}&limit=7${cursor}`,
      );
      expect(body.totalItems).toBe(whole.length);
      forward.push(
        body.items.map(({ entityRef }: { entityRef: string }) =>
          entityRef.replace('component:default/', ''),
        ),
      );
      next = body.pageInfo.nextCursor;
      previous = body.pageInfo.prevCursor;
    } while (next);
    expect(forward.flat()).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);

    const backward: string[][] = [];
    while (previous) {
      const { body }: Awaited<ReturnType<Portal['get']>> = await portal.get(
        `/scorecards?sort=${sort}&limit=7&cursor=${previous}`,
      );
      backward.unshift(
        body.items.map(({ entityRef }: { entityRef: string }) =>
          entityRef.replace('component:default/', ''),
        ),
      );
      previous = body.pageInfo.prevCursor;
    }
    expect([...backward.flat(), ...forward[forward.length - 1]]).toEqual(whole);
  });

  it('puts what has no tier last in either direction', async () => {
    const ascending = await list('q=svc&sort=tier&limit=500');
    const descending = await list('q=svc&sort=-tier&limit=500');
    const without = ['svc-00', 'svc-05', 'svc-10', 'svc-15', 'svc-20'];

    expect(ascending.slice(-5)).toEqual(without);
    expect(descending.slice(-5)).toEqual([...without].reverse());
  });

  it.each([
    [
      'colour=red',
      'The query parameter "colour" with the value "red" is not known; expected one of track, level,',
    ],
    [
      'limit=9999',
      'The query parameter "limit" is "9999"; expected an integer from 1 to 500.',
    ],
    [
      'limit=many',
      'The query parameter "limit" is "many"; expected an integer from 1 to 500.',
    ],
    [
      'status=maybe',
      'The query parameter "status" is "maybe"; expected one of pass, fail, unknown, not-applicable, exempt, and at most 5 of them.',
    ],
    [
      'sort=price',
      'The query parameter "sort" is "price"; expected a text of the form ^-?(name|overall|',
    ],
    [
      'sort=level:speed',
      'The query parameter "sort" is "level:speed"; expected one of the tracks devops, sre, platform.',
    ],
    [
      'track=speed',
      'The query parameter "track" is "speed"; expected one of the tracks devops, sre, platform.',
    ],
    [
      'level=2',
      'The query parameter "level" is "2"; expected the query parameter "track" beside it.',
    ],
    [
      'track=sre&level=high',
      'The query parameter "level" is "high"; expected a level from 0 to 4, or "none".',
    ],
    [
      'track=devops&level=2&level=5',
      'The query parameter "level" is "5"; expected a level from 0 to 4, or "none".',
    ],
    [
      'track=devops',
      'The query parameter "track" is "devops"; expected the query parameter "level" beside it.',
    ],
    [
      'ownerScope=direct',
      'The query parameter "ownerScope" is "direct"; expected the query parameter "owner" beside it.',
    ],
    [
      'ownerScope=tree&q=a',
      'The query parameter "ownerScope" is "tree"; expected the query parameter "owner" beside it.',
    ],
    [
      'check=nothing&status=fail',
      'The query parameter "check" is "nothing"; expected the id of a check that is in force.',
    ],
    [
      'status=fail',
      'The query parameter "status" is "fail"; expected the query parameter "check" beside it.',
    ],
    [
      'owner=payments',
      'The query parameter "owner" is "payments"; expected a full reference such as "group:default/team".',
    ],
    [
      'cursor=abc',
      'The query parameter "cursor" is "abc"; expected a cursor that an earlier page gave.',
    ],
    [
      'q=%00',
      'The query parameter "q" is "\u0000"; expected a text without the NUL character.',
    ],
  ])('refuses %s with a sentence', async (query, message) => {
    const { status, body } = await portal.get(`/scorecards?${query}`);

    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toContain(message);
  });

  it('refuses a cursor of another order', async () => {
    const { body } = await portal.get('/scorecards?sort=tier&limit=2');
    const answer = await portal.get(
      `/scorecards?sort=name&cursor=${body.pageInfo.nextCursor}`,
    );

    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(
      'The query parameter "cursor" belongs to the order "tier"; expected a cursor of the order "name".',
    );
  });

  it.each([...Object.keys(HOSTILE), 'keys'])(
    'serves an entity with hostile values: %s',
    async name => {
      const answer = await portal.get(
        `/scorecards/component/default/hostile-${name}`,
      );

      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain('application/json');
      expect(answer.text.length).toBeLessThan(100_000);
      expect(answer.body.scorecard.results).toHaveLength(48);
      const basics = answer.body.scorecard.results.find(
        ({ check }: { check: string }) => check === 'owner-assigned',
      );
      expect(basics.status).toBe('pass');
    },
  );

  it('lists hostile entities with the others', async () => {
    expect(await list('type=hostile&limit=500')).toHaveLength(
      Object.keys(HOSTILE).length + 1,
    );
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import type { ScorecardSummary } from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import { component, group } from '../__testUtils__/entities';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

// A file of the catalog is data, and JSON can hold anything.
const ODD: Entity[] = JSON.parse(`[
  null,
  "text",
  {},
  { "kind": "Component" },
  { "kind": 7, "metadata": { "name": "number" } },
  { "kind": "Component", "metadata": { "name": ["list"] }, "spec": {} },
  { "kind": "Component", "metadata": { "name": "a\\u001eb" }, "spec": {} },
  { "kind": "Component", "metadata": { "name": "no-spec" } },
  { "kind": "Component", "metadata": { "name": "text-spec" }, "spec": "text" },
  { "kind": "Component", "metadata": { "name": "null-spec", "annotations": null, "tags": null, "links": null }, "spec": null, "relations": null },
  { "kind": "Component", "metadata": { "name": "odd-spec", "title": 7, "description": {}, "annotations": ["a"], "tags": "b", "links": [null, 1] }, "spec": { "type": 7, "lifecycle": [], "owner": {}, "system": 1, "dependsOn": "x" }, "relations": [null, { "type": 1 }, { "type": "ownedBy", "targetRef": "::" }] },
  { "kind": "Component", "metadata": { "name": "__proto__" }, "spec": { "type": "service", "owner": "constructor" } },
  { "kind": "Unheard", "metadata": { "name": "of" } }
]`);

describe.each(ENGINES)('Sweep on %s', engine => {
  let portal: Portal;
  let db: Knex;

  const services = (count: number) =>
    Array.from({ length: count }, (_, index) => component(`svc-${index}`));

  beforeAll(async () => {
    db = await databases.connect(engine);
    const catalog = new TestCatalog([group('payments'), ...services(80)]);
    portal = await startPortal({ db, catalog });
    await portal.sweep();
  });

  beforeEach(async () => {
    const { catalog } = portal;
    catalog.entities = [group('payments'), ...services(80)];
    catalog.failingPage = undefined;
    catalog.down = false;
    catalog.onPage = async () => {};
    await portal.sweep();
    portal.log.lines.length = 0;
  });

  afterAll(() => portal.stop());

  async function newestSweep() {
    const { status, body } = await portal.get('/sweeps?limit=1');
    expect(status).toBe(200);
    return body.items[0];
  }

  async function total(): Promise<number> {
    return (await portal.get('/scorecards?limit=1')).body.totalItems;
  }

  it('writes nothing when nothing has changed', async () => {
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({
      status: 'succeeded',
      total: 80,
      evaluated: 0,
      written: 0,
      removed: 0,
      error: null,
    });
  });

  it('writes only what has changed', async () => {
    portal.catalog.entities = [
      group('payments'),
      ...services(80).slice(1),
      component('svc-0', { annotations: { 'maturity/tier': '2' } }),
    ];
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({ written: 1, removed: 0 });
  });

  it('removes what is gone from the whole catalog', async () => {
    portal.catalog.entities = [group('payments'), ...services(78)];
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({ removed: 2, total: 78 });
    expect(await total()).toBe(78);
    for (const table of ['maturity_results', 'maturity_track_scores']) {
      const left = await db(table).where(
        'entity_ref',
        'component:default/svc-79',
      );
      expect(left).toEqual([]);
    }
  });

  it('changes nothing when the seventh page fails', async () => {
    portal.catalog.entities = [
      component('svc-0', { annotations: { 'maturity/tier': '1' } }),
      ...services(80).slice(1),
    ];
    portal.catalog.failingPage = 7;
    await portal.sweep();

    const sweep = await newestSweep();
    expect(sweep).toMatchObject({ status: 'failed', written: 0, removed: 0 });
    expect(sweep.error).toMatch(
      /^Page 7 of the catalog could not be read.*socket hang up.*The stored scorecards stay as they are\.$/,
    );
    expect(portal.log.of('error')).toEqual([
      `The sweep failed: ${sweep.error}`,
    ]);
    expect(await total()).toBe(80);
    const { body } = await portal.get('/scorecards/component/default/svc-0');
    expect(body.summary.tier).toBeNull();
  });

  it('changes nothing when the catalog is down', async () => {
    portal.catalog.down = true;
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await total()).toBe(80);
  });

  it('does not take a catalog that is empty while it starts for the truth', async () => {
    portal.catalog.entities = [];
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('without a single entity'),
    });
    expect(await total()).toBe(80);
  });

  it('keeps the later of two versions of one entity', async () => {
    portal.catalog.entities = [
      group('payments'),
      ...services(80),
      component('svc-0', { annotations: { 'maturity/tier': '3' } }),
    ];
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({
      status: 'succeeded',
      total: 80,
    });
    const { body } = await portal.get('/scorecards/component/default/svc-0');
    expect(body.summary.tier).toBe(3);
  });

  it('evaluates the others beside entities of any shape', async () => {
    portal.catalog.entities = [...ODD, group('payments'), ...services(80)];
    await portal.sweep();

    const sweep = await newestSweep();
    expect([sweep.status, sweep.error]).toEqual(['succeeded', null]);
    const { body } = await portal.get('/scorecards?limit=500');
    const refs = body.items.map(
      ({ entityRef }: { entityRef: string }) => entityRef,
    );
    expect(refs).toEqual(
      expect.arrayContaining([
        'component:default/__proto__',
        'component:default/no-spec',
        'component:default/null-spec',
        'component:default/odd-spec',
        'component:default/text-spec',
        'component:default/svc-79',
      ]),
    );
    for (const ref of refs.filter((each: string) => !each.includes('svc-'))) {
      const path = ref.replace(':', '/');
      const answer = await portal.get(`/scorecards/${path}`);
      expect([ref, answer.status]).toEqual([ref, 200]);
      expect(answer.body.scorecard.results).toHaveLength(48);
    }
    await portal.sweep();
    expect(portal.log.of('warn')).toEqual([
      'The catalog gave 7 entities without a usable kind and name; they are left out. The first one begins with null',
    ]);
  });

  it('does not begin when it is told to stop before', async () => {
    const before = await newestSweep();
    await portal.sweep(AbortSignal.abort());
    expect(await newestSweep()).toEqual(before);
  });

  it('stops while a catalog keeps it waiting, and leaves everything as it was', async () => {
    portal.catalog.entities = [group('payments'), ...services(30)];
    const stop = new AbortController();
    portal.catalog.onPage = async page => {
      if (page < 3) return;
      setTimeout(() => stop.abort(), 20);
      await new Promise(() => {});
    };
    await portal.sweep(stop.signal);

    expect(await newestSweep()).toMatchObject({
      status: 'failed',
      error: 'The sweep was stopped before its end.',
    });
    expect(await total()).toBe(80);
  });

  it('waits for a catalog that is slow', async () => {
    portal.catalog.entities = [group('payments'), ...services(50)];
    portal.catalog.onPage = () => pause(30);
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({
      status: 'succeeded',
      total: 50,
    });
  });

  it('loses and doubles nothing when the catalog gives a page twice', async () => {
    const first = portal.catalog.entities.slice(0, 10);
    portal.catalog.entities = [...first, ...first, ...services(80)];
    await portal.sweep();

    expect(await newestSweep()).toMatchObject({
      status: 'succeeded',
      total: 80,
      written: 0,
      removed: 0,
    });
    const { body } = await portal.get('/scorecards?limit=500');
    const refs = body.items.map((item: ScorecardSummary) => item.entityRef);
    expect(new Set(refs).size).toBe(80);
    expect(refs).toHaveLength(80);
  });

  it('closes the record of a sweep whose process ended', async () => {
    await db('maturity_sweeps').insert({
      started_at: new Date(),
      status: 'running',
    });
    await portal.sweep();

    const { body } = await portal.get('/sweeps?limit=2');
    expect(body.items[0].status).toBe('succeeded');
    expect(body.items[1]).toMatchObject({
      status: 'failed',
      error: 'The process ended before the sweep did.',
    });
  });
});

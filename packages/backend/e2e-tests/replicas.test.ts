import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
// The server that the plugin's own tests use; it is not part of what the plugin publishes.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import {
  type PostgresServer,
  startPostgres,
} from '../../../plugins/maturity-backend/src/__testUtils__/postgres';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { root, until } from '../../app/e2e-tests/process';
import { type Place, Replica } from './replica';

/** Components of the demo organization, and of the suite itself. */
const AT_LEAST = 45;
/** `maturity.sweep.lease` and `maturity.sweep.poll` of the production configuration, and a sweep. */
const TAKEOVER_SECONDS = 20 + 10 + 10;
const BOOKING = '/scorecards/component/default/booking-service';

interface SweepLine {
  id: number;
  status: string;
  startedAt: string;
  finishedAt: string | null;
  evaluated: number;
}

const isIdle = ({ status, evaluated }: SweepLine) =>
  status === 'succeeded' && evaluated === 0;

function totalOf(body: unknown): number {
  assert.ok(typeof body === 'object' && body !== null && 'totalItems' in body);
  return Number(body.totalItems);
}

function evaluatedAtOf(body: unknown): number {
  assert.ok(typeof body === 'object' && body !== null && 'summary' in body);
  const { summary } = body;
  assert.ok(typeof summary === 'object' && summary !== null);
  assert.ok('evaluatedAt' in summary);
  return Date.parse(String(summary.evaluatedAt));
}

function isSweepLine(value: unknown): value is SweepLine {
  return typeof value === 'object' && value !== null && 'startedAt' in value;
}

async function sweepsOf(replica: Replica): Promise<SweepLine[]> {
  const { status, body } = await replica.get('/sweeps');
  assert.equal(status, 200, JSON.stringify(body));
  assert.ok(typeof body === 'object' && body !== null && 'items' in body);
  assert.ok(Array.isArray(body.items));
  return body.items.filter(isSweepLine);
}

describe('two replicas on one PostgreSQL, configured as for production', () => {
  let folder: string;
  let server: PostgresServer;
  let place: Place;
  const replicas: Replica[] = [];

  async function start(): Promise<Replica> {
    const replica = await Replica.start(`r-${replicas.length + 1}`, place);
    replicas.push(replica);
    return replica;
  }

  async function bothGive(route: string): Promise<[unknown, unknown]> {
    const answers = await Promise.all(replicas.map(each => each.get(route)));
    for (const { status, body } of answers) {
      assert.equal(status, 200, JSON.stringify(body));
    }
    return [answers[0].body, answers[1].body];
  }

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'maturity-replicas-'));
    for (const part of ['examples', 'templates', 'catalog-info.yaml']) {
      await cp(path.join(root, part), path.join(folder, part), {
        recursive: true,
      });
    }
    server = await startPostgres();
    const postgres = new URL(await server.createDatabase());
    const config = path.join(folder, 'app-config.local.yaml');
    const locations = ['examples/all.yaml', 'catalog-info.yaml'].map(file => ({
      type: 'file',
      target: path.join(folder, file),
    }));
    const sweep = { frequency: '4s', initialDelay: '1s' };
    const overlay = { catalog: { locations }, maturity: { sweep } };
    await writeFile(config, JSON.stringify(overlay));
    const tokens = { read: 'reads-in-this-test', deploy: 'asks-in-this-test' };
    place = { config, postgres, tokens };

    // One after the other, as in a rollout: the first makes the databases and their tables.
    await start();
    await start();
    // The catalog fills up step by step, and has come to rest when sweeps find nothing new.
    await until(
      'The whole demo organization',
      async () => {
        const [last, before_] = await sweepsOf(replicas[0]);
        return before_ &&
          [last, before_].every(isIdle) &&
          totalOf((await replicas[0].get('/scorecards?limit=1')).body) >=
            AT_LEAST
          ? true
          : undefined;
      },
      { seconds: 90 },
    );
  });
  after(async () => {
    await Promise.all(replicas.map(replica => replica.kill()));
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('serve the same', async () => {
    for (const route of [
      '/definitions',
      '/scorecards?limit=500&sort=-score:sre',
      '/roll-ups?by=owner',
      '/advice',
      BOOKING,
    ]) {
      const [first, second] = await bothGive(route);
      assert.deepEqual(second, first, route);
    }
  });

  it('show a refresh on one of them on the other at once', async () => {
    const [earlier] = (await bothGive(BOOKING)).map(evaluatedAtOf);
    const { status, body } = await replicas[0].post(`${BOOKING}/refresh`);
    assert.equal(status, 200, JSON.stringify(body));
    const [first, second] = await bothGive(BOOKING);
    assert.ok(evaluatedAtOf(first) > earlier);
    assert.deepEqual(second, first);
  });

  it('let nobody in as a guest, and tell nothing without credentials', async () => {
    const { url } = replicas[0];
    const headers = { 'X-Requested-With': 'XMLHttpRequest' };
    const guest = await fetch(`${url}/api/auth/guest/refresh`, { headers });
    assert.equal(guest.status, 403);
    const nobody = await fetch(`${url}/api/maturity/scorecards`);
    assert.equal(nobody.status, 401);
  });

  it('refuse a refresh to the token that only reads', async () => {
    const response = await fetch(
      `${replicas[0].url}/api/maturity${BOOKING}/refresh`,
      {
        method: 'POST',
        headers: { Authorization: `Bearer ${place.tokens.read}` },
      },
    );
    assert.equal(response.status, 403);
  });

  it('sweep one at a time', async () => {
    const sweeps = await until(
      'The third sweep',
      async () => {
        const newestFirst = await sweepsOf(replicas[1]);
        return newestFirst.length >= 3 ? newestFirst.reverse() : undefined;
      },
      { seconds: 30 },
    );
    const overlapping = sweeps.filter((sweep, index) => {
      const end = sweeps[index - 1]?.finishedAt;
      return end && Date.parse(sweep.startedAt) < Date.parse(end);
    });
    assert.deepEqual(overlapping, []);
  });

  it('take over when the one that sweeps is lost', async t => {
    const url = new URL(place.postgres);
    url.pathname = '/backstage_plugin_maturity';
    const client = new Client({ connectionString: url.toString() });
    await client.connect();
    let lost: Replica;
    try {
      // A sweep waits for this table after it has read the catalog; what is served does not need it.
      await client.query('begin');
      await client.query('lock table maturity_inputs in access exclusive mode');
      const name = await until(
        'A sweep that waits',
        async () => {
          // What a transaction has read of the activity stays as it was.
          await client.query('select pg_stat_clear_snapshot()');
          const { rows } = await client.query(
            `select distinct application_name as name from pg_stat_activity
             where datname = 'backstage_plugin_maturity' and wait_event_type = 'Lock'`,
          );
          assert.ok(rows.length <= 1, JSON.stringify(rows));
          return rows[0]?.name;
        },
        { seconds: 20 },
      );
      const found = replicas.find(replica => replica.name === name);
      assert.ok(found, `no replica is called "${name}"`);
      lost = found;
      await lost.kill();
    } finally {
      await client.query('rollback');
      await client.end();
    }
    const killedAt = Date.now();
    const survivor = replicas.find(replica => replica !== lost);
    assert.ok(survivor);
    assert.equal((await survivor.get('/scorecards')).status, 200);
    await until(
      'A sweep of the other replica',
      async () =>
        (
          await sweepsOf(survivor)
        ).find(
          each =>
            each.status === 'succeeded' &&
            Date.parse(each.startedAt) > killedAt,
        ),
      { seconds: TAKEOVER_SECONDS },
    );
    t.diagnostic(`taken over after ${Date.now() - killedAt} ms`);
  });

  it('end within five seconds of being told to', async t => {
    const [survivor] = replicas.filter(replica => replica.isRunning);
    const { code, took } = await survivor.stop();
    t.diagnostic(`ended after ${took} ms`);
    assert.equal(code, 0);
    assert.ok(took < 5000, `${took} ms`);
  });
});

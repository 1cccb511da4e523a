import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { postgresBinaries, serverUser } from './postgresBinaries';

/** A running server that hands out fresh databases. */
export interface PostgresServer {
  /** Connection URL of a database whose user may create others. */
  adminUrl: string;
  /** Connection URL of a new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function connect(url: string): Knex {
  return knexFactory({
    client: 'pg',
    connection: url,
    pool: { min: 0, max: 1 },
    // A server that is not up yet is expected here.
    log: { warn: () => {} },
  });
}

async function createDatabase(adminUrl: string): Promise<string> {
  const name = `maturity_${randomBytes(6).toString('hex')}`;
  const admin = connect(adminUrl);
  try {
    await admin.raw(`create database ${name}`);
  } finally {
    await admin.destroy();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function dropDatabases(adminUrl: string, urls: string[]): Promise<void> {
  const admin = connect(adminUrl);
  try {
    for (const url of urls) {
      const name = new URL(url).pathname.slice(1);
      await admin.raw(`drop database if exists ${name} with (force)`);
    }
  } finally {
    await admin.destroy();
  }
}

async function waitUntilReady(adminUrl: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const admin = connect(adminUrl);
    try {
      await admin.raw('select 1');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    } finally {
      await admin.destroy();
    }
  }
}

function initialize(native: string, data: string): void {
  const answer = spawnSync(
    path.join(native, 'bin/initdb'),
    [
      '--pgdata',
      data,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...serverUser(), encoding: 'utf8', cwd: path.dirname(data) },
  );
  if (answer.status !== 0) {
    throw new Error(
      `PostgreSQL could not prepare a data folder in "${data}": ${answer.stderr}`,
    );
  }
}

// The shell stops the server when its standard input closes, which happens however this process ends.
const GUARD =
  '"$0" "$@" >/dev/null 2>&1 & pid=$!; cat >/dev/null; kill -INT $pid; wait $pid; rm -rf "$MATURITY_PGROOT"';

/**
 * Starts PostgreSQL on a free loopback port with its data in a temporary folder. It stops with `stop`,
 * and by itself when the process ends. With the environment variable `MATURITY_TEST_POSTGRES_URL` (the
 * URL of an existing database whose user may create databases) that server is used instead, and `stop`
 * drops the databases that were made there.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const own = process.env.MATURITY_TEST_POSTGRES_URL;
  if (own) {
    const urls: string[] = [];
    return {
      adminUrl: own,
      createDatabase: async () => {
        const url = await createDatabase(own);
        urls.push(url);
        return url;
      },
      stop: () => dropDatabases(own, urls),
    };
  }

  const native = postgresBinaries();
  const root = mkdtempSync(path.join(os.tmpdir(), 'maturity-postgres-'));
  const { uid, gid } = serverUser();
  if (uid !== undefined && gid !== undefined) chownSync(root, uid, gid);
  const data = path.join(root, 'data');
  initialize(native, data);

  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    max_connections: 200,
  };
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      GUARD,
      path.join(native, 'bin/postgres'),
      '-D',
      data,
      ...Object.entries(settings).flatMap(([key, value]) => [
        '-c',
        `${key}=${value}`,
      ]),
    ],
    {
      uid,
      gid,
      cwd: root,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, MATURITY_PGROOT: root },
    },
  );
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()));
  child.unref();

  const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await waitUntilReady(adminUrl);
  return {
    adminUrl,
    createDatabase: () => createDatabase(adminUrl),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

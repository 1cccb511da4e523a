import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knexFactory, { type Knex } from 'knex';
import { createMaturity } from '../../plugins/maturity-backend/src/createMaturity';
import {
  Contributions,
  readMaturityConfig,
} from '../../plugins/maturity-backend/src/config';
import {
  startPostgres,
  type PostgresServer,
} from '../../plugins/maturity-backend/src/__testUtils__/postgres';
import { generateCatalog, median, requestedComponents } from './catalog';

const PAGE = 500;
const RUNS = 3;
const components = requestedComponents();
const engine = process.argv[2];
const migrations = path.resolve(
  __dirname,
  '../../plugins/maturity-backend/migrations',
);

const quiet: LoggerService = {
  error: console.error,
  warn: console.error,
  info: () => {},
  debug: () => {},
  child: () => quiet,
};

// Pages leave the catalog as text, as they do over HTTP: parsing them is part of a sweep.
function pagesOf(entities: readonly Entity[]): string[] {
  const pages: string[] = [];
  for (let at = 0; at < entities.length; at += PAGE) {
    pages.push(JSON.stringify(entities.slice(at, at + PAGE)));
  }
  return pages;
}

async function measure(pages: readonly string[], db: Knex) {
  await db.migrate.latest({ directory: migrations });
  const catalog = Object.assign(catalogServiceMock({ entities: [] }), {
    streamEntities: async function* stream() {
      for (const page of pages) yield JSON.parse(page);
    },
  });
  const { sweep } = createMaturity({
    db,
    config: readMaturityConfig(
      mockServices.rootConfig({ data: {} }),
      new Contributions(),
    ),
    reader: {
      catalog,
      auth: mockServices.auth(),
      logger: quiet,
    },
    providers: [],
    permissions: mockServices.permissions(),
  });
  const run = async () => {
    const started = Date.now();
    const record = await sweep.run(new AbortController().signal);
    if (record.status !== 'succeeded') throw new Error(String(record.error));
    return { ms: Date.now() - started, written: record.written };
  };
  return { first: await run(), again: await run() };
}

async function main() {
  let pages: string[] | undefined = pagesOf(generateCatalog(components));
  const held = pages;
  pages = undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-bench-'));
  let server: PostgresServer | undefined;
  const first: number[] = [];
  const again: number[] = [];
  let written = 0;
  try {
    if (engine === 'PostgreSQL') server = await startPostgres();
    global.gc?.();
    const idle = process.memoryUsage().rss;
    for (let turn = 0; turn < RUNS; turn++) {
      const db = knexFactory(
        server
          ? { client: 'pg', connection: await server.createDatabase() }
          : {
              client: 'better-sqlite3',
              connection: path.join(folder, `${turn}.sqlite`),
              useNullAsDefault: true,
            },
      );
      const times = await measure(held, db);
      first.push(times.first.ms);
      again.push(times.again.ms);
      written = times.again.written;
      await db.destroy();
    }
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(
      `first sweep, ${components} components, ${engine}, median of ${RUNS}`,
    );
    console.log(`  first sweep                        ${median(first)} ms`);
    console.log(
      `  second sweep, nothing changed      ${median(
        again,
      )} ms, ${written} scorecards written`,
    );
    console.log(
      `  peak memory of the process         ${peak.toFixed(0)} MB (${(
        idle /
        1024 /
        1024
      ).toFixed(
        0,
      )} MB before the sweep, the catalog's pages held as text included)`,
    );
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import knexFactory from 'knex';
import {
  Contributions,
  readMaturityConfig,
} from '../../plugins/maturity-backend/src/config';
import { createMaturity } from '../../plugins/maturity-backend/src/createMaturity';

const [pages, connection] = process.argv.slice(2);
const migrations = path.resolve(
  __dirname,
  '../../plugins/maturity-backend/migrations',
);
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

const quiet: LoggerService = {
  error: console.error,
  warn: console.error,
  info: () => {},
  debug: () => {},
  child: () => quiet,
};

// A sweep asks for nothing but pages and its own credentials; anything else it asked for would fail.
function only<T extends object>(methods: object): T {
  return Object.assign(Object.create(null), methods);
}

const catalog = only<CatalogService>({
  streamEntities: async function* stream() {
    for (const name of readdirSync(pages).sort()) {
      if (!name.endsWith('.json')) continue;
      yield JSON.parse(await readFile(path.join(pages, name), 'utf8'));
    }
  },
});

async function main(): Promise<void> {
  const db = knexFactory(
    connection.startsWith('postgres')
      ? { client: 'pg', connection }
      : {
          client: 'better-sqlite3',
          connection,
          useNullAsDefault: true,
          pool: { min: 1, max: 1 },
        },
  );
  await db.migrate.latest({ directory: migrations });
  const { sweep } = createMaturity({
    db,
    config: readMaturityConfig(new ConfigReader({}), new Contributions()),
    reader: {
      catalog,
      auth: only<AuthService>({ getOwnServiceCredentials: async () => ({}) }),
      logger: quiet,
    },
    providers: [],
    auditor: only<AuditorService>({}),
    permissions: only<PermissionsService>({}),
    permissionsRegistry: only<PermissionsRegistryService>({}),
  });
  const before = megabytes(process.memoryUsage().rss);
  const run = async () => {
    const started = Date.now();
    const record = await sweep.run(new AbortController().signal);
    if (record.status !== 'succeeded') throw new Error(String(record.error));
    return { ms: Date.now() - started, written: record.written };
  };
  const first = await run();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const again = await run();
  await db.destroy();
  process.stdout.write(
    JSON.stringify({
      first: first.ms,
      again: again.ms,
      written: again.written,
      before,
      peak,
    }),
  );
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});

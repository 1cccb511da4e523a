import { createDefinitionSet, DEFAULT_THRESHOLDS } from '@backstage-maturity/plugin-maturity-common';
import knexFactory from 'knex';
import { generateCatalog } from '../../scripts/bench/catalog';
import { startPostgres } from './src/__testUtils__/postgres';
import { createMaturity } from './src/createMaturity';
async function main() {
const N = Number(process.argv[2]), engine = process.argv[3];
let ents: any = generateCatalog(N); const pages: string[] = [];
for (let a = 0; a < ents.length; a += 500) pages.push(JSON.stringify(ents.slice(a, a + 500)));
ents = undefined; (globalThis as any).gc?.();
let db: any, server: any;
if (engine === 'sqlite') db = knexFactory({ client: 'better-sqlite3', connection: '/tmp/zzbench.db', useNullAsDefault: true, pool: { min: 1, max: 1 } });
else { server = await startPostgres(); db = knexFactory({ client: 'pg', connection: await server.createDatabase() }); }
await db.migrate.latest({ directory: './migrations' });
const logger: any = { info() {}, warn: console.log, error: console.log, debug() {}, child: () => logger };
const catalog: any = { async *streamEntities() { for (const p of pages) yield JSON.parse(p); } };
const reader: any = { catalog, auth: { getOwnServiceCredentials: async () => ({}) }, logger };
const definitions = createDefinitionSet({});
const { sweep } = createMaturity({ db, config: { definitions, advisor: { thresholds: DEFAULT_THRESHOLDS, onboardingDays: null } } as any, reader, providers: [], permissions: {} as any });
console.log('idle rss', Math.round(process.memoryUsage().rss / 1e6));
for (const label of ['first', 'again', 'third']) { const t = Date.now(); const c0 = process.cpuUsage(); const r = await sweep.run(new AbortController().signal); const cu = process.cpuUsage(c0); console.log(engine, label, Date.now() - t, 'ms cpu', Math.round((cu.user + cu.system) / 1000), r.status, r.written, 'maxrss', Math.round(process.resourceUsage().maxRSS / 1024)); }
await db.destroy(); await server?.stop();
}
void main();

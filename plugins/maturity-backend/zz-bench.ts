import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import knexFactory from 'knex';
import { startPostgres } from './src/__testUtils__/postgres';
import { Sweep, SnapshotHolder } from './src/collection';
import { FactCollector } from './src/facts';
import { AdviceInput } from './src/collection/AdviceInput';
import { storeAdvice } from './src/service/storedAdvice';
import { StoredSets } from './src/service/StoredSets';
import { organizationRollUp, scopeRollUps } from './src/service/rollUps';
import { DEFAULT_THRESHOLDS } from '@backstage-maturity/plugin-maturity-common';
import { listScorecards, countScorecards } from './src/database';

async function main() {
const N = Number(process.argv[2] ?? 10000);
const engine = process.argv[3] ?? 'sqlite';
const ents: any[] = [];
for (let g = 0; g < N / 50; g++) ents.push({ apiVersion: 'backstage.io/v1alpha1', kind: 'Group', metadata: { name: `team-${g}`, namespace: 'default' }, spec: { type: 'team', children: [], parent: g ? `team-${Math.floor((g - 1) / 6)}` : undefined } });
for (let g = 0; g < N / 20; g++) ents.push({ apiVersion: 'backstage.io/v1alpha1', kind: 'System', metadata: { name: `sys-${g}`, namespace: 'default' }, spec: { owner: `team-${g % (N / 50)}`, domain: `dom-${g % 20}` } });
for (let g = 0; g < 20; g++) ents.push({ apiVersion: 'backstage.io/v1alpha1', kind: 'Domain', metadata: { name: `dom-${g}`, namespace: 'default' }, spec: { owner: `team-0` } });
for (let i = 0; i < N; i++) ents.push({ apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: `svc-${i}`, namespace: 'default', description: 'Does a thing that matters to somebody '.repeat(2), tags: ['java', 'pci'].slice(0, i % 3), annotations: { 'maturity/tier': String(1 + i % 4), 'github.com/project-slug': `acme/svc-${i}`, 'maturity/ci': 'https://ci.acme.test/' + i, ...(i % 2 ? { 'maturity/slo': 'availability 99.9% over 30d', 'maturity/runbook': 'docs/runbook.md', 'pagerduty.com/integration-key': 'x' } : {}), 'backstage.io/techdocs-ref': 'dir:.', 'backstage.io/source-location': `url:https://github.com/acme/svc-${i}` } }, spec: { type: 'service', lifecycle: i % 10 ? 'production' : 'experimental', owner: `team-${i % (N / 50)}`, system: `sys-${i % (N / 20)}`, dependsOn: [`component:svc-${(i * 7) % N}`] } });

let db, server;
if (engine === 'sqlite') db = knexFactory({ client: 'better-sqlite3', connection: '/tmp/zzbench.db', useNullAsDefault: true, pool: { min: 1, max: 1 } });
else { server = await startPostgres(); db = knexFactory({ client: 'pg', connection: await server.createDatabase() }); }
await db.migrate.latest({ directory: './migrations' });
const logger: any = { info: console.log, warn: console.log, error: console.log, debug() {}, child: () => logger };
const catalog: any = { async *streamEntities() { for (let a = 0; a < ents.length; a += 500) yield JSON.parse(JSON.stringify(ents.slice(a, a + 500))); } };
const reader: any = { catalog, auth: { getOwnServiceCredentials: async () => ({}) }, logger };
const definitions = createDefinitionSet({});
const facts = new FactCollector([], logger);
const advice = new AdviceInput();
const snapshots = new SnapshotHolder(reader, definitions);
const sweep = new Sweep({ db, reader, definitions, facts, snapshots, onStart: () => advice.take(), onEvaluated: c => advice.add(c), onStored: async graph => { const t = Date.now(); await storeAdvice(db, { graph, scorecards: advice.take(), definitions, advisor: { thresholds: DEFAULT_THRESHOLDS, onboardingDays: null } }); console.log('advice', Date.now() - t); } });
for (const label of ['first']) { const t = Date.now(); const c0=process.cpuUsage(); const r = await sweep.run(new AbortController().signal); console.log((globalThis as any).TT); const cu=process.cpuUsage(c0); console.log('cpu', Math.round((cu.user+cu.system)/1000)); console.log(engine, label, Date.now() - t, 'ms', JSON.stringify(r), 'maxrss', Math.round(process.resourceUsage().maxRSS / 1024)); }
const sets = new StoredSets(db);
for (const [label, fn] of Object.entries({
  sets: () => sets.get(), org: async () => organizationRollUp({ ...(await sets.get()), definitions, visible: undefined }, 'x'),
  owner: async () => scopeRollUps({ ...(await sets.get()), definitions, visible: undefined }, { accept: s => s.kind === 'group' }).length,
  list: async () => listScorecards(db, { sort: { field: 'name', descending: false }, limit: 50 }),
  listScore: async () => listScorecards(db, { sort: { field: 'score', track: 'devops', descending: true }, limit: 50 }),
  search: async () => listScorecards(db, { text: 'svc-77', sort: { field: 'name', descending: false }, limit: 50 }),
  fail: async () => countScorecards(db, { results: { check: 'runbook-linked', statuses: ['fail', 'pass'] } }),
  na: async () => countScorecards(db, { results: { check: 'runbook-linked', statuses: ['not-applicable'] } }),
  vis: async () => listScorecards(db, { visible: new Set(ents.slice(0, 8000).map(e => `component:default/${e.metadata.name}`)), sort: { field: 'owner', descending: false }, limit: 50 }),
})) { const t = performance.now(); await fn(); console.log(label, Math.round(performance.now() - t), 'ms'); }
await db.destroy(); await server?.stop(); process.exit(0);

}
void main();

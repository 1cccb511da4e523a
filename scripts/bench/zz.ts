import { startPostgres } from '../../plugins/maturity-backend/src/__testUtils__/postgres';
import { spawnSync } from 'node:child_process';
(async () => { const s = await startPostgres(); const [,, F, ...bs] = process.argv;
for (let i = 0; i < 4; i++) for (const b of bs) { const r = spawnSync(process.execPath, [b, F, await s.createDatabase(), 'fill'], { encoding: 'utf8' }); console.log('PG', b.split('/').pop(), r.stdout, r.stderr.slice(0, 300)); }
await s.stop(); })();

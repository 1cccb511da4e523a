import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { bundleProcess } from '../../plugins/maturity-backend/src/__testUtils__/bundleProcess';
import { startPostgres } from '../../plugins/maturity-backend/src/__testUtils__/postgres';
import { Asker } from './ask';
import { requestedComponents } from './catalog';
import { connect } from './database';
import { writePages } from './pages';
import { runSweep } from './runSweep';

const components = requestedComponents();
const groups = Math.max(3, Math.round(components / 20));
const spread = (most: number) =>
  Array.from({ length: 50 }, (_, at) => Math.floor((at * most) / 50));

const QUESTIONS: ReadonlyArray<readonly [string, readonly string[]]> = [
  [
    'one scorecard',
    spread(components).map(
      at => `/scorecards/component/default/component-${at}`,
    ),
  ],
  ['page of 50, no filter', ['/scorecards?limit=50']],
  [
    'page of 50, by tier and type',
    ['/scorecards?limit=50&tier=1&tier=2&type=service'],
  ],
  [
    'page of 50, by owner',
    spread(groups).map(
      at => `/scorecards?limit=50&owner=group:default/group-${at}`,
    ),
  ],
  [
    'page of 50, failing a check',
    ['/scorecards?limit=50&check=supported-stack&status=fail'],
  ],
  [
    'search by name',
    spread(components).map(at => `/scorecards?limit=50&q=component-${at}`),
  ],
  ['roll-up by owner over all', ['/roll-ups?by=owner']],
  ['leverage list', ['/roll-ups?by=organization']],
];

async function peakOf(server: ChildProcess): Promise<number> {
  const answer = once(server, 'message');
  server.send('peak');
  const [{ peak }] = await answer;
  return Number(peak);
}

async function measure(engine: string, connection: string): Promise<void> {
  const server = fork(
    bundleProcess('serve', { from: __dirname }),
    [connection],
    {
      execArgv: [],
    },
  );
  try {
    const [{ port }] = await once(server, 'message');
    const asker = new Asker(Number(port));
    console.log(
      `reads over HTTP, ${components} components, ${engine}: median alone; median, p95 and answers a second of 8 clients`,
    );
    for (const [name, addresses] of QUESTIONS) {
      const { alone, median, p95, perSecond } = await asker.measure(addresses);
      const times = [alone, median, p95].map(ms =>
        `${ms.toFixed(1)} ms`.padStart(10),
      );
      const rate = `${perSecond.toFixed(0)}/s`.padStart(8);
      console.log(`  ${name.padEnd(34)}${times.join('')}${rate}`);
    }
    asker.close();
    console.log(`  ${'peak memory'.padEnd(34)} ${await peakOf(server)} MB`);
  } finally {
    server.kill();
  }
}

async function main(): Promise<void> {
  const postgres = await startPostgres();
  const folder = writePages(components);
  try {
    const file = path.join(folder, 'reads.sqlite');
    runSweep(folder, file, 'fill');
    await measure('SQLite file', file);
    const url = await postgres.createDatabase();
    runSweep(folder, url, 'fill');
    // As its autovacuum does in the first minute.
    const db = await connect(url);
    await db.raw('vacuum analyze');
    await db.destroy();
    await measure('PostgreSQL', url);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await postgres.stop();
  }
}

main();

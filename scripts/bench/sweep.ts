import { rmSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../../plugins/maturity-backend/src/__testUtils__/postgres';
import { median, requestedComponents } from './catalog';
import { writePages } from './pages';
import { runSweep, type Turn } from './runSweep';

const components = requestedComponents();
// A large catalog takes its time, and one process differs less from the next.
const runs = components > 20_000 ? 1 : 3;

function report(engine: string, turns: readonly Turn[]): void {
  const of = (key: keyof Turn) => median(turns.map(turn => turn[key]));
  const line = (name: string, value: string) =>
    console.log(`  ${name.padEnd(34)} ${value}`);
  console.log(
    `sweeps, ${components} components, ${engine}, median of ${runs} processes`,
  );
  line('first sweep', `${of('first')} ms, ${of('firstRows')} rows written`);
  line(
    'second sweep, which counts groups',
    `${of('counted')} ms, ${of('countedRows')} rows written`,
  );
  line(
    'peak memory after it',
    `${of('peak')} MB (${of('before')} MB of it before the sweep)`,
  );
  line(
    'nothing changed',
    `${of('again')} ms, ${of(
      'againRows',
    )} rows written, those of its own record`,
  );
  line(
    '1 % of the components changed',
    `${of('changed')} ms, ${of('changedWritten')} scorecards and ${of(
      'changedRows',
    )} rows written`,
  );
  line(
    'one changed: from poll to score',
    `${of('one')} ms, and up to 10 s until the poll`,
  );
}

async function main(): Promise<void> {
  const server = await startPostgres();
  const folder = writePages(components);
  try {
    const sqlite: Turn[] = [];
    const postgres: Turn[] = [];
    for (let turn = 0; turn < runs; turn++) {
      sqlite.push(runSweep(folder, path.join(folder, `${turn}.sqlite`)));
      postgres.push(runSweep(folder, await server.createDatabase()));
    }
    report('SQLite file', sqlite);
    report('PostgreSQL', postgres);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
}

main();

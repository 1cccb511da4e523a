import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../plugins/maturity-backend/src/__testUtils__/postgres';
import { generateCatalog, median, requestedComponents } from './catalog';

const PAGE = 500;
const RUNS = 3;
const components = requestedComponents();

interface Turn {
  first: number;
  again: number;
  written: number;
  before: number;
  peak: number;
}

// Each turn runs in a process of its own that knows the catalog only page by page, as a backend does:
// its peak memory is that of a first sweep and nothing else.
function runTurn(pages: string, connection: string): Turn {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      path.join(__dirname, 'sweepOnce.ts'),
      pages,
      connection,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`A sweep ended with status ${status}.`);
  return JSON.parse(stdout);
}

function report(engine: string, turns: readonly Turn[]): void {
  const of = (key: keyof Turn) => median(turns.map(turn => turn[key]));
  console.log(
    `first sweep, ${components} components, ${engine}, median of ${RUNS} processes`,
  );
  console.log(`  first sweep                        ${of('first')} ms`);
  console.log(
    `  peak memory after it               ${of('peak')} MB (${of(
      'before',
    )} MB of it before the sweep)`,
  );
  console.log(
    `  second sweep, nothing changed      ${of('again')} ms, ${of(
      'written',
    )} scorecards written`,
  );
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-bench-'));
  const server = await startPostgres();
  try {
    const entities = generateCatalog(components);
    for (let at = 0; at < entities.length; at += PAGE) {
      const name = `${String(at / PAGE).padStart(6, '0')}.json`;
      const text = JSON.stringify(entities.slice(at, at + PAGE));
      writeFileSync(path.join(folder, name), text);
    }
    const sqlite: Turn[] = [];
    const postgres: Turn[] = [];
    for (let turn = 0; turn < RUNS; turn++) {
      sqlite.push(runTurn(folder, path.join(folder, `${turn}.sqlite`)));
      postgres.push(runTurn(folder, await server.createDatabase()));
    }
    report('SQLite file', sqlite);
    report('PostgreSQL', postgres);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});

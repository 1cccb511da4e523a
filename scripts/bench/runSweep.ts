import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What one process took, in milliseconds and megabytes. */
export interface Turn {
  first: number;
  before: number;
  peak: number;
  firstRows: number;
  counted: number;
  countedRows: number;
  again: number;
  againRows: number;
  changed: number;
  changedWritten: number;
  changedRows: number;
  one: number;
}

/**
 * Sweeps in a process of its own that knows the catalog only page by page, as a backend does: its peak
 * memory is that of a first sweep and nothing else.
 */
export function runSweep(
  pages: string,
  connection: string,
  mode: 'all' | 'fill' = 'all',
): Turn {
  const script = path.join(__dirname, 'sweepOnce.ts');
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, pages, connection, mode],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`A sweep ended with status ${status}.`);
  return JSON.parse(stdout);
}

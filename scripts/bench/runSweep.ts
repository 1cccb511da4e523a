import { spawnSync } from 'node:child_process';
import { bundleProcess } from '../../plugins/maturity-backend/src/__testUtils__/bundleProcess';

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

// A backend runs code that was compiled before; a compiler beside it would count as memory of the plugin.
let bundle: string | undefined;

/**
 * Sweeps in a process of its own that knows the catalog only page by page, as a backend does: its peak
 * memory is that of a first sweep and nothing else.
 */
export function runSweep(
  pages: string,
  connection: string,
  mode: 'all' | 'fill' = 'all',
): Turn {
  bundle ??= bundleProcess('sweepOnce', { from: __dirname });
  const { status, stdout } = spawnSync(
    process.execPath,
    [bundle, pages, connection, mode],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`A sweep ended with status ${status}.`);
  return JSON.parse(stdout);
}

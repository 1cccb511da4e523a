import { randomUUID } from 'node:crypto';
import type { Db } from '../dialect';
import { readState } from './readState';
import { writeState } from './writeState';

const KEY = 'refreshed';

/** Tells every process that a scorecard was written outside of sweeps. */
export async function markRefreshed(tx: Db): Promise<void> {
  await writeState(tx, KEY, randomUUID());
}

/** A text that is another one after each refresh; undefined before the first one. */
export async function readRefreshMark(db: Db): Promise<string | undefined> {
  const mark = await readState(db, KEY);
  return typeof mark === 'string' ? mark : undefined;
}

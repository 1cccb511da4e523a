import { type Db, listSweeps } from '../database';

/** When the newest sweep that succeeded ended, in epoch milliseconds; undefined when none has. */
export async function readNewestSuccess(db: Db): Promise<number | undefined> {
  const [sweep] = await listSweeps(db, { limit: 1, status: 'succeeded' });
  return sweep?.finishedAt ?? undefined;
}

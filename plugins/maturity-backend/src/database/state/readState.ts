import type { Db } from '../dialect';

/** A stored value as it was given to `writeState`; undefined when there is none. */
export async function readState(db: Db, key: string): Promise<unknown> {
  const row = await db<{ key: string; value: string }>('maturity_state')
    .where({ key })
    .first('value');
  return row && JSON.parse(row.value);
}

import type { Db } from '../dialect';

/** Stores one value for every replica to read; writes nothing when it is there already. */
export async function writeState(
  db: Db,
  key: string,
  value: unknown,
): Promise<void> {
  const text = JSON.stringify(value);
  const table = () => db<{ key: string; value: string }>('maturity_state');
  const before = await table().where({ key }).first('value');
  if (before?.value === text) return;
  await table().insert({ key, value: text }).onConflict('key').merge();
}

import type { Db } from '../dialect';
import type { SweepRow } from '../rows';

/** Whether a sweep between two others has, or may have, evaluated or removed anything. */
export async function hasOthersEvaluated(
  db: Db,
  { after, before }: { after: number; before: number },
): Promise<boolean> {
  const found = await db<SweepRow>('maturity_sweeps')
    .where('id', '>', after)
    .where('id', '<', before)
    .where(either =>
      either
        .whereNot('status', 'succeeded')
        .orWhere('evaluated', '>', 0)
        .orWhere('removed', '>', 0),
    )
    .first('id');
  return found !== undefined;
}

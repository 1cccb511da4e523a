import type { Knex } from 'knex';
import { whereAmong } from '../dialect';
import { type Moment, momentToMs } from '../rows';

// The clocks of two processes may differ by this. A stored evaluation that lies further ahead of the present moment
// comes from before the clock was set back. However far it lies ahead of the one to be written does not tell: a
// sweep gives all of its evaluations the moment at which it began, and may last for long.
const CREDIBLE_LEAD_MS = 5 * 60_000;

interface MomentRow {
  entity_ref: string;
  card_at: Moment;
  input_at: number | string | null;
}

/** The evaluations that nothing newer, such as a refresh meanwhile, has overtaken; and whether any is stored. */
export async function onlyNewer<
  T extends { entityRef: string; evaluatedAt: number },
>(
  tx: Knex.Transaction,
  evaluations: readonly T[],
): Promise<{ current: T[]; replaces: boolean }> {
  const query = tx('maturity_scorecards as card')
    .leftJoin('maturity_inputs as input', 'input.entity_ref', 'card.entity_ref')
    .select<MomentRow[]>(
      'card.entity_ref',
      'card.evaluated_at as card_at',
      'input.evaluated_at as input_at',
    );
  whereAmong(query, {
    db: tx,
    column: 'card.entity_ref',
    values: evaluations.map(each => each.entityRef),
  });
  const rows: MomentRow[] = await query;
  const stored = new Map(
    rows.map(row => [
      row.entity_ref,
      Math.max(momentToMs(row.card_at), Number(row.input_at ?? 0)),
    ]),
  );
  const latest = Date.now() + CREDIBLE_LEAD_MS;
  const current = evaluations.filter(({ entityRef, evaluatedAt }) => {
    const storedAt = stored.get(entityRef) ?? 0;
    return storedAt <= evaluatedAt || storedAt > latest;
  });
  return { current, replaces: rows.length > 0 };
}

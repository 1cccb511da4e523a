import { alertsFiring, type LookBack, LOOK_BACKS } from './alerts';
import {
  budgetUse,
  burnRate,
  errorBudget,
  errorRatioOf,
  timeToExhaustion,
} from './budget';
import vectors from './fixtures/slo.json';
import { parseObjectivePpm } from './objective';

function basis(objective: string, windowDays: number) {
  const objectivePpm = parseObjectivePpm(objective);
  if (objectivePpm === undefined) {
    throw new Error(
      `The vectors hold the unreadable objective "${objective}".`,
    );
  }
  return { objectivePpm, windowDays };
}

function expectClose(actual: number | null | undefined, expected: number) {
  expect(typeof actual).toBe('number');
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  expect(difference).toBeLessThanOrEqual(
    Math.abs(expected) * vectors.tolerance,
  );
}

describe('numeric vectors', () => {
  it('are all there', () => {
    expect([
      vectors.budget.length,
      vectors.exhaustion.length,
      vectors.alerts.length,
    ]).toEqual([14, 11, 16]);
  });

  it.each(vectors.budget)('$id: budget of $objective % at $sli', vector => {
    const slo = basis(vector.objective, vector.windowDays);
    const use = budgetUse(slo, { sli: vector.sli });
    expectClose(errorBudget(slo).minutes, vector.budgetMinutes);
    expectClose(use?.burn, vector.burn);
    expectClose(use?.remaining, vector.remaining);
    expectClose(use?.remainingMinutes, vector.remainingMinutes);
    const errorRatio = errorRatioOf(vector.sli) ?? Number.NaN;
    expectClose(burnRate(errorRatio, slo.objectivePpm), vector.burn);
    expect(budgetUse(slo, { errorRatio })).toEqual(use);
  });

  it.each(vectors.exhaustion)('$id: time to exhaustion', vector => {
    const hours = timeToExhaustion(vector);
    expect(hours === null).toBe(vector.exhaustionHours === null);
    expectClose(hours ?? 0, vector.exhaustionHours ?? 0);
  });

  it.each(vectors.alerts)('$id: alerts, $note', vector => {
    const ratios: Partial<Record<LookBack, number>> = {};
    for (const lookBack of LOOK_BACKS) {
      ratios[lookBack] = Number(vector.errorRatios[lookBack]);
    }
    expect(
      alertsFiring(basis(vector.objective, vector.windowDays), ratios),
    ).toMatchObject({
      page: vector.page,
      ticket: vector.ticket,
      firing: vector.firing,
    });
  });
});

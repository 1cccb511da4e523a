import { alertRules, alertsFiring } from './alerts';

const THREE_NINES = { objectivePpm: 999_000, windowDays: 30 };

describe('alertRules', () => {
  it.each([
    [30, [14.4, 6, 3, 1]],
    [28, [13.44, 5.6, 2.8, 28 / 30]],
    [7, [3.36, 1.4, 0.7, 7 / 30]],
  ])('derives the factors of %i days', (windowDays, factors) => {
    expect(
      alertRules({ objectivePpm: 999_000, windowDays }).map(
        ({ factor }) => factor,
      ),
    ).toEqual(factors);
  });

  it('gives thresholds that are the nearest numbers to their decimals', () => {
    expect(alertRules(THREE_NINES).map(({ threshold }) => threshold)).toEqual([
      0.0144, 0.006, 0.003, 0.001,
    ]);
  });

  it.each([
    [900_000, ['5m/1h']],
    [950_000, []],
    [500_000, ['5m/1h', '30m/6h', '2h/1d']],
  ])(
    'says which alerts of an objective of %i ppm cannot fire',
    (objectivePpm, names) => {
      expect(
        alertRules({ objectivePpm, windowDays: 30 })
          .filter(({ canFire }) => !canFire)
          .map(({ name }) => name),
      ).toEqual(names);
    },
  );

  it('counts a threshold of exactly 1 as unable to fire', () => {
    const rules = alertRules({ objectivePpm: 1_000, windowDays: 30 });
    expect(rules.find(({ name }) => name === '6h/3d')?.canFire).toBe(true);
    const loosest = alertRules({ objectivePpm: 500_000, windowDays: 60 });
    expect(loosest.find(({ name }) => name === '6h/3d')).toMatchObject({
      threshold: 1,
      canFire: false,
    });
  });
});

describe('alertsFiring', () => {
  it('stays silent at the threshold itself', () => {
    const at = { '6h': 0.001, '3d': 0.001 };
    const above = { '6h': 0.001, '3d': 0.0010001 };
    const bothAbove = { '6h': 0.0010001, '3d': 0.0010001 };
    expect(alertsFiring(THREE_NINES, at).firing).toEqual([]);
    expect(alertsFiring(THREE_NINES, above).firing).toEqual([]);
    expect(alertsFiring(THREE_NINES, bothAbove).firing).toEqual(['6h/3d']);
  });

  it('names the windows that it cannot judge', () => {
    expect(
      alertsFiring(THREE_NINES, {
        '5m': Number.NaN,
        '1h': 1,
        '2h': 1,
        '1d': 1,
      }),
    ).toEqual({
      page: false,
      ticket: true,
      firing: ['2h/1d'],
      noData: ['5m/1h', '30m/6h', '6h/3d'],
      cannotFire: [],
    });
  });
});

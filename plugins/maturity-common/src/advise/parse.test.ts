import fc from 'fast-check';
import { signalsOf, WORKED_CASES } from './__testUtils__/vectors';
import { parseSignals } from './parseSignals';
import { parseOnboardingDays, parseThresholds } from './parseThresholds';
import { DEFAULT_THRESHOLDS } from './thresholds';

describe('parseThresholds', () => {
  it.each([[undefined], [null], [{}]])('has defaults for %p', config => {
    expect(parseThresholds(config)).toEqual({
      thresholds: DEFAULT_THRESHOLDS,
      problems: [],
    });
  });

  it('takes what is configured', () => {
    expect(
      parseThresholds({ manyStacks: 5, goldenPathShare: 0.7 }).thresholds,
    ).toEqual({ ...DEFAULT_THRESHOLDS, manyStacks: 5, goldenPathShare: 0.7 });
  });

  it('reports every mistake with its path and keeps the defaults', () => {
    const { thresholds, problems } = parseThresholds({
      manyStacks: 2.5,
      goldenPathShare: 50,
      attained: 0,
      scaleServices: '20',
      manyStack: 3,
      legacyShare: Number.NaN,
    });
    expect(thresholds).toEqual(DEFAULT_THRESHOLDS);
    expect(problems.map(({ path, expected }) => [path, expected])).toEqual([
      ['maturity.advisor.manyStacks', 'a whole number from 0'],
      ['maturity.advisor.goldenPathShare', 'a number from 0 to 1'],
      ['maturity.advisor.attained', 'a whole number from 1 to 4'],
      ['maturity.advisor.scaleServices', 'a whole number from 0'],
      [
        'maturity.advisor.manyStack',
        expect.stringMatching(/^one of the keys experimentalShare, manyStacks/),
      ],
      ['maturity.advisor.legacyShare', 'a number from 0 to 1'],
    ]);
    expect(problems[3].value).toBe('"20"');
  });

  it('treats prototype keys as what they are: unknown', () => {
    const config: unknown = JSON.parse('{"__proto__": 1, "constructor": 2}');
    const { thresholds, problems } = parseThresholds(config);
    expect(thresholds).toEqual(DEFAULT_THRESHOLDS);
    expect(problems.map(({ path }) => path)).toEqual([
      'maturity.advisor.__proto__',
      'maturity.advisor.constructor',
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), config => {
        expect(parseThresholds(config).thresholds).toBeDefined();
      }),
    );
  });
});

describe('parseOnboardingDays', () => {
  it('reads a number of days, or null where none is given', () => {
    expect(parseOnboardingDays(12.5)).toEqual({
      onboardingDays: 12.5,
      problems: [],
    });
    expect(parseOnboardingDays(undefined).onboardingDays).toBeNull();
  });

  it('reports what is not a number of days', () => {
    expect(parseOnboardingDays('two weeks')).toEqual({
      onboardingDays: null,
      problems: [
        {
          path: 'maturity.onboardingDays',
          value: '"two weeks"',
          expected: 'a number from 0',
        },
      ],
    });
  });
});

describe('parseSignals', () => {
  it.each(WORKED_CASES)('reads the input of $name', ({ input }) => {
    expect(parseSignals(input)).toEqual({ signals: input, problems: [] });
  });

  it('lets developers and onboarding days be left out', () => {
    const { developers, onboardingDays, ...rest } =
      signalsOf('polyglot-midsize');
    expect(parseSignals(rest).signals).toEqual({
      ...rest,
      developers: null,
      onboardingDays: null,
    });
  });

  it.each([
    [0.25, []],
    [null, []],
    [7, ['signals.runtimeShare']],
  ])('reads the runtime share %p, which no file needs', (given, faults) => {
    const rest = signalsOf('polyglot-midsize');
    const { signals, problems } = parseSignals({
      ...rest,
      runtimeShare: given,
    });
    expect(problems.map(({ path }) => path)).toEqual(faults);
    expect(signals?.runtimeShare).toBe(given === 0.25 ? 0.25 : undefined);
  });

  it('reports all that is missing, wrong or unknown together', () => {
    const { teams, ...rest } = signalsOf('polyglot-midsize');
    const { signals, problems } = parseSignals({
      ...rest,
      stacks: -1,
      stack: 2,
      levels: { devops: 1, sre: 'two' },
    });
    expect(signals).toBeUndefined();
    expect(problems.map(({ path }) => path)).toEqual([
      'signals.stacks',
      'signals.stack',
      'signals.levels.sre',
      'signals.teams',
      'signals.levels.platform',
    ]);
  });

  it('refuses levels that no track has, and more parts than there are of the whole', () => {
    const given = signalsOf('polyglot-midsize', {
      services: 20,
      productionServices: 99,
      experimentalServices: 21,
      tier1Services: 100,
      levels: { devops: 9, sre: 4, platform: 0 },
    });
    const { signals, problems } = parseSignals(given);
    expect(signals).toBeUndefined();
    expect(problems).toEqual([
      {
        path: 'signals.levels.devops',
        value: '9',
        expected: 'a whole number from 0 to 4',
      },
      {
        path: 'signals.productionServices',
        value: '99',
        expected: 'at most 20, the number of "services"',
      },
      {
        path: 'signals.experimentalServices',
        value: '21',
        expected: 'at most 20, the number of "services"',
      },
      {
        path: 'signals.tier1Services',
        value: '100',
        expected: 'at most 99, the number of "productionServices"',
      },
    ]);
  });

  it.each([[null], [[]], ['x'], [undefined]])('refuses %p', value => {
    const { signals, problems } = parseSignals(value);
    expect(signals).toBeUndefined();
    expect(problems).toMatchObject([
      { path: 'signals', expected: 'an object' },
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(parseSignals(value).problems).toBeDefined();
      }),
    );
  });
});

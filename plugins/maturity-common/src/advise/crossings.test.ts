import { type DayOfSignals, thresholdCrossings } from './crossings';
import { signalsOf } from './__testUtils__/vectors';
import { DEFAULT_THRESHOLDS } from './thresholds';
import type { Signals } from './types';

const BASE = signalsOf('boundary-3-stacks');

/** One day after the other from the first of November on; undefined for a day that was not counted. */
function daysOf(...changes: (Partial<Signals> | undefined)[]): DayOfSignals[] {
  return changes.map((change, index) => ({
    day: `2026-11-0${index + 1}`,
    newDefinitions: false,
    ...(change && { signals: { ...BASE, ...change } }),
  }));
}

function told(days: readonly DayOfSignals[]) {
  return thresholdCrossings(days).map(
    ({ ruleId, measure, holds, from, to, day }) =>
      `${day} ${ruleId} ${measure} ${from} -> ${to}${holds ? '' : ' ended'}`,
  );
}

describe('thresholdCrossings', () => {
  it('tells which signal passed which threshold, when, and whose threshold it is', () => {
    const days = daysOf({ stacks: 3 }, undefined, { stacks: 5 }, { stacks: 6 });
    expect(thresholdCrossings(days)).toEqual([
      {
        ruleId: 'S1',
        track: 'sre',
        origin: 'article',
        claims: [43],
        measure: 'stacks',
        holds: true,
        from: 3,
        to: 5,
        threshold: 3,
        before: '2026-11-01',
        day: '2026-11-03',
        newDefinitions: false,
      },
    ]);
    expect(
      thresholdCrossings(daysOf({ teams: 2 }, { teams: 3 })),
    ).toMatchObject([
      { ruleId: 'P1', origin: 'ours', from: 2, to: 3, threshold: 3 },
    ]);
  });

  it.each([
    ['no day', daysOf()],
    ['one day', daysOf({ stacks: 5 })],
    ['one counted day', daysOf(undefined, { stacks: 5 })],
    ['one day with services', daysOf({ services: 0, stacks: 0 }, {})],
    ['growth below a threshold', daysOf({ stacks: 2 }, { stacks: 3 })],
    ['growth above it', daysOf({ stacks: 4 }, { stacks: 9 })],
  ])('is silent about %s', (_, days) => {
    expect(told(days)).toEqual([]);
  });

  it('tells the last time, newest first, and a rule that ended', () => {
    expect(
      told(
        daysOf(
          { teams: 2, stacks: 4 },
          { teams: 3, stacks: 4 },
          { teams: 2, stacks: 4 },
          { teams: 4, stacks: 3 },
          { teams: 5, stacks: 3, tier1Services: 2 },
        ),
      ),
    ).toEqual([
      '2026-11-05 S4 tier1Services 0 -> 2',
      '2026-11-04 S1 stacks 4 -> 3 ended',
      '2026-11-04 P1 teams 2 -> 4',
    ]);
  });

  it('tells of the number that passed, where a rule rests on two', () => {
    const small = { developers: 10, stacks: 1, ciProviders: 1 };
    expect(told(daysOf(small, { ...small, developers: 11 }))).toEqual([
      '2026-11-02 PB1 developers 10 -> 11 ended',
    ]);
    expect(
      told(
        daysOf(
          { stacks: 3, ciProviders: 1, goldenPathShare: 1 },
          { stacks: 3, ciProviders: 2, goldenPathShare: 1 },
        ),
      ),
    ).toEqual([
      '2026-11-02 D2 ciProviders 1 -> 2',
      '2026-11-02 P2 ciProviders 1 -> 2',
    ]);
  });

  it('takes no number that becomes known for one that has grown', () => {
    expect(
      told(
        daysOf(
          { onboardingDays: null, runtimeShare: undefined, developers: null },
          { onboardingDays: 30, runtimeShare: 0.9, developers: 80 },
        ),
      ),
    ).toEqual([]);
  });

  it('judges all days by the thresholds of today', () => {
    const days = daysOf({ stacks: 3 }, { stacks: 4 });
    const thresholds = { ...DEFAULT_THRESHOLDS, manyStacks: 4 };
    expect(thresholdCrossings(days, thresholds)).toEqual([]);
  });

  it('says when other definitions may be the reason', () => {
    const days = daysOf({ stacks: 3 }, undefined, { stacks: 4 }, {});
    const [first, gap, ...rest] = days.slice(0, 3);
    const renewed = (day: DayOfSignals) => ({ ...day, newDefinitions: true });
    expect(
      thresholdCrossings([first, renewed(gap), ...rest])[0].newDefinitions,
    ).toBe(true);
    expect(
      thresholdCrossings([renewed(first), gap, ...rest])[0].newDefinitions,
    ).toBe(false);
  });
});

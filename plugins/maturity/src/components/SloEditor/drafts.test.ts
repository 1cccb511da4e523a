import { draftsOf, joined, judge } from './drafts';

const AVAILABILITY = {
  indicator: 'availability',
  bound: '',
  objective: '99.95',
  window: '30d',
};

describe('drafts of objectives', () => {
  it('come back as they were written', () => {
    const text = 'availability=99.95/30d, latency(300ms)=99/28d';

    expect(joined(draftsOf(text) ?? [])).toBe(text);
  });

  it('are none of a text that the checks cannot read', () => {
    expect(draftsOf('availability=high')).toBeUndefined();
    expect(draftsOf('')).toEqual([]);
  });

  it('have the budget that follows from them', () => {
    expect(judge(AVAILABILITY)).toEqual({
      is: 'budget',
      minutes: 21.6,
      share: '0.05',
      days: 30,
    });
  });

  it.each(['100', '100.0', '100%', '101'])('refuse %s percent', objective => {
    expect(judge({ ...AVAILABILITY, objective })).toEqual({ is: 'hundred' });
  });

  it.each(['', 'high', '0'])('say what is wrong with "%s"', objective => {
    expect(judge({ ...AVAILABILITY, objective })).toEqual({
      is: 'problem',
      expected: 'an objective above 0 and below 100 with at most four decimals',
    });
  });
});

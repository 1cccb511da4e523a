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

  it('are there for mistakes too, so that each is mended where it stands', () => {
    const text = 'availability=100/30d, latency(300ms)=high/';

    expect(draftsOf(text)).toEqual([
      { ...AVAILABILITY, objective: '100' },
      { indicator: 'latency', bound: '300ms', objective: 'high', window: '' },
    ]);
    expect(joined(draftsOf(text) ?? [])).toBe(text);
    expect(draftsOf('')).toEqual([]);
  });

  it.each([
    'availability=high',
    'uptime=99/30d',
    'availability(5m)=100/30d',
    'availability=100/30d, ',
    `availability=${'9'.repeat(2000)}/30d`,
    'availability=100/30d,'.repeat(30),
  ])('are none of "%s", of which fields would lose something', text => {
    expect(draftsOf(text)).toBeUndefined();
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

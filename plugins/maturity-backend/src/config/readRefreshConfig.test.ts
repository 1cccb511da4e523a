import { readRefreshConfig } from './readRefreshConfig';

describe('readRefreshConfig', () => {
  it.each([undefined, null, {}, { limit: null }])(
    'allows 30 a minute for %j',
    value => {
      expect(readRefreshConfig(value)).toEqual({
        refresh: { limit: 30 },
        problems: [],
      });
    },
  );

  it('reads the limit', () => {
    expect(readRefreshConfig({ limit: 5 }).refresh).toEqual({ limit: 5 });
  });

  it.each([
    ['often', 'maturity.refresh', '"often"'],
    [[5], 'maturity.refresh', '[5]'],
    [{ limit: 0 }, 'maturity.refresh.limit', '0'],
    [{ limit: 1.5 }, 'maturity.refresh.limit', '1.5'],
    [{ limit: '5' }, 'maturity.refresh.limit', '"5"'],
    [{ limit: 100_001 }, 'maturity.refresh.limit', '100001'],
    [{ every: 5 }, 'maturity.refresh.every', '5'],
  ])('keeps the default and reports %j', (value, path, wrong) => {
    const { refresh, problems } = readRefreshConfig(value);

    expect(refresh).toEqual({ limit: 30 });
    expect(problems).toEqual([
      { path, value: wrong, expected: expect.any(String) },
    ]);
  });
});

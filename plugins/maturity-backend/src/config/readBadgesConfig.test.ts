import { readBadgesConfig } from './readBadgesConfig';

describe('readBadgesConfig', () => {
  it.each([undefined, null, {}, { anonymous: null }, { anonymous: false }])(
    'shows badges only to signed-in callers for %j',
    value => {
      expect(readBadgesConfig(value)).toEqual({
        badges: { anonymous: false },
        problems: [],
      });
    },
  );

  it('shows them to everybody on demand', () => {
    expect(readBadgesConfig({ anonymous: true }).badges.anonymous).toBe(true);
  });

  it.each([
    ['yes', 'maturity.badges', '"yes"'],
    [[true], 'maturity.badges', '[true]'],
    [{ anonymous: 'true' }, 'maturity.badges.anonymous', '"true"'],
    [{ anonymous: 1 }, 'maturity.badges.anonymous', '1'],
    [{ public: true }, 'maturity.badges.public', 'true'],
  ])('shows them to nobody more and reports %j', (value, path, wrong) => {
    const { badges, problems } = readBadgesConfig(value);

    expect(badges).toEqual({ anonymous: false });
    expect(problems).toEqual([
      { path, value: wrong, expected: expect.any(String) },
    ]);
  });
});

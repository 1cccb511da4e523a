import { readHistoryConfig } from './readHistoryConfig';

describe('readHistoryConfig', () => {
  it('keeps 400 days when nothing is configured', () => {
    expect(readHistoryConfig(undefined)).toEqual({
      history: { retentionDays: 400 },
      problems: [],
    });
  });

  it('reads the number of days', () => {
    expect(readHistoryConfig({ retentionDays: 30 }).history).toEqual({
      retentionDays: 30,
    });
  });

  it.each([
    ['long', 'maturity.history', 'an object'],
    [
      { retentionDays: 0 },
      'maturity.history.retentionDays',
      'an integer from 1 to 36500',
    ],
    [
      { retentionDays: '30' },
      'maturity.history.retentionDays',
      'an integer from 1 to 36500',
    ],
    [{ days: 3 }, 'maturity.history.days', 'the key retentionDays'],
  ])('reports %j and keeps the default', (value, path, expected) => {
    const { history, problems } = readHistoryConfig(value);
    expect(history.retentionDays).toBe(400);
    expect(problems).toEqual([{ path, value: expect.any(String), expected }]);
  });
});

import { runIn } from '../testing/terminal.fixture';

describe('maturity slo', () => {
  it('points at the place of a mistake', async () => {
    const { code, messages } = await runIn(
      '/',
      'slo',
      'errors=99/7d, latency=9/1x',
    );
    expect(code).toBe(2);
    expect(messages).toEqual([
      '  errors=99/7d, latency=9/1x\n                          ^\n"1x" was found at position 24, where a window of 1 to 366 days or 1 to 52 weeks (such as 30d or 4w) was expected.',
    ]);
  });

  it.each(['availability=\u001b[2J', 'x'.repeat(100)])(
    'points at nothing where the place cannot be shown: %j',
    async list => {
      const { messages } = await runIn('/', 'slo', list);
      expect(messages).toEqual([expect.not.stringMatching(/\n/)]);
    },
  );

  it.each([
    [
      '--sli',
      '99.95',
      '--sli "99.95" is not a ratio from 0 to 1, such as 0.9995. It looks like a percentage; divide it by 100.',
    ],
    ['--sli', '101', '--sli "101" is not a ratio from 0 to 1, such as 0.9995.'],
    [
      '--sli',
      '1e-100',
      '--sli "1e-100" has more decimals than can be counted exactly; a ratio such as 0.9995 was expected.',
    ],
    ['--burn', '1e400', '--burn "1e400" is not a number of 0 or more.'],
  ])('refuses %s %s', async (option, value, message) => {
    expect(await runIn('/', 'slo', 'errors=99/7d', option, value)).toEqual({
      code: 2,
      out: '',
      messages: [message],
    });
  });

  it.each([
    ['99.95/30d', '21.6 minutes'],
    ['99/28d', '403.2 minutes, 6.72 hours'],
    ['50/30d', '21600 minutes, 15 days'],
  ])('says how long %s is', async (slo, budget) => {
    const { out } = await runIn('/', 'slo', `availability=${slo}`);
    expect(out).toMatch(new RegExp(`^ {2}budget +${budget}$`, 'm'));
  });
});

import { isCron } from './cron';

describe('isCron', () => {
  it.each([
    '0 * * * *',
    '*/5 * * * * *',
    ' 0  0-6/2,12 1 JAN,jul Mon-Fri ',
    '5/10 * * * *',
    '0 0 29 2 *',
    '0 0 31 * *',
    '0 0 30 2 mon',
    '0 0 * * 7',
    '@Daily',
  ])('takes "%s"', text => {
    expect(isCron(text)).toBe(true);
  });

  it.each([
    5,
    null,
    '',
    'bogus',
    'manual',
    '@reboot',
    '* * * *',
    '* * * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '*/0 * * * *',
    '6-2 * * * *',
    '5* * * * *',
    '-1 * * * *',
    '1,,2 * * * *',
    '* * * * monday',
    '0 0 30 2 *',
    '0 0 31 4,6,9,11 *',
  ])('refuses %j', value => {
    expect(isCron(value)).toBe(false);
  });
});

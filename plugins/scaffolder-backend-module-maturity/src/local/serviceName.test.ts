import { parseServiceName } from './serviceName';

describe('parseServiceName', () => {
  it.each(['a', 'checkout', 'checkout-2', 'a'.repeat(63)])('takes %s', name => {
    expect(parseServiceName(name)).toBe(name);
  });

  it.each([
    '',
    '.',
    '..',
    '.git',
    '../checkout',
    'a/b',
    'a\\b',
    '/etc',
    'Checkout',
    'check out',
    '-checkout',
    'checkout-',
    'check--out',
    '2checkout',
    // A Cyrillic letter that looks like a Latin one.
    'сheckout',
    'con',
    'nul',
    'lpt1',
    'a\n',
    'a\0',
    'a'.repeat(300),
  ])('refuses %j', name => {
    expect(() => parseServiceName(name)).toThrow(
      'expected 1 to 63 lower-case letters',
    );
  });

  it('quotes no more of a name than a service may have', () => {
    expect(() => parseServiceName('a'.repeat(300))).toThrow(
      `"${'a'.repeat(63)}…"`,
    );
  });
});

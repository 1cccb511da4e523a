import { mockServices } from '@backstage/backend-test-utils';
import { printable, printableLogger } from './printableLogger';

describe('printable', () => {
  it.each([
    ['plain – ünïcode 🚀', 'plain – ünïcode 🚀'],
    ['two\nlines', 'two\\u000alines'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\u0000b\u007fc\u009b', 'a\\u0000b\\u007fc\\u009b'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\u202etxt', '\\u202etxt'],
  ])('writes %j without a character that commands', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe('printableLogger', () => {
  it('escapes messages, errors, metadata and those of its children', () => {
    const inner = mockServices.logger.mock();
    const logger = printableLogger(inner);
    logger.warn('a\nb', { key: 'c\nd', count: 2 });
    logger.error('e\nf', new Error('g\rh'));
    logger.child({ name: 'i\nj' });
    logger.info('plain');

    expect(inner.warn).toHaveBeenCalledWith('a\\u000ab', {
      key: 'c\\u000ad',
      count: 2,
    });
    expect(inner.error).toHaveBeenCalledWith(
      'e\\u000af',
      expect.objectContaining({ message: 'g\\u000dh' }),
    );
    expect(inner.child).toHaveBeenCalledWith({ name: 'i\\u000aj' });
    expect(inner.info).toHaveBeenCalledWith('plain');
  });
});

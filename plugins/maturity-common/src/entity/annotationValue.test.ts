import fc from 'fast-check';
import {
  annotationText,
  isTrue,
  placeholderKind,
  readAnnotationValue,
} from './annotationValue';

const KEY = 'maturity/runbook';

describe('readAnnotationValue', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty text', ''],
    ['blanks', ' \t\n\u00a0'],
    ['invisible characters', '\u200b\u0000\ufeff'],
  ])('takes %s as absent', (_, raw) => {
    expect(readAnnotationValue(KEY, raw)).toEqual({
      state: 'absent',
      key: KEY,
    });
  });

  it.each([
    'none',
    'no',
    'false',
    '0',
    'manual',
    'n/a',
    'todo',
    ' None ',
    'TODO',
  ])('takes %j as a negative', raw => {
    expect(readAnnotationValue(KEY, raw)).toEqual({
      state: 'negative',
      key: KEY,
      raw: raw.trim(),
    });
  });

  it.each([
    ['${{ values.runbook }}', 'unrendered'],
    ['docs/${{ values.name }}.md', 'unrendered'],
    ['CHANGEME', 'word'],
    ['https://wiki.acme.test/changeme/runbook', 'word'],
    ['TBD', 'word'],
    ['tbd: ask the team', 'word'],
    ['https://example.com', 'example-host'],
    ['https://runbooks.example.com/checkout', 'example-host'],
    ['HTTPS://EXAMPLE.COM:8443/x', 'example-host'],
    ['https://user@example.com./x', 'example-host'],
    ['https:\\\\example.com\\x', 'example-host'],
    ['url:https://example.com/org/repository', 'example-host'],
    ['2026-01-31 https://example.com/review', 'example-host'],
    ['example.com/runbook', 'example-host'],
  ])('takes %j as a placeholder (%s)', (raw, why) => {
    expect(readAnnotationValue(KEY, raw)).toEqual({
      state: 'placeholder',
      key: KEY,
      raw,
      why,
    });
  });

  it.each([
    [0, '0'],
    [99.95, '99.95'],
    [true, 'true'],
    [false, 'false'],
    [['a'], '[list]'],
    [{ a: 1 }, '{mapping}'],
  ])('takes %j, which the catalog refuses, as a placeholder', (raw, shown) => {
    expect(readAnnotationValue(KEY, raw)).toEqual({
      state: 'placeholder',
      key: KEY,
      raw: shown,
      why: 'not-a-string',
    });
  });

  it.each([
    'https://wiki.acme.test/runbook',
    'https://notexample.com/runbook',
    'https://example.com.acme.test/runbook',
    'https://wiki.acme.test/?from=https://example.com/',
    'https://wiki.acme.test/tbd/runbook',
    'exchangemembers',
    'nothing',
    '00',
    '__proto__',
    '<script>alert(1)</script>',
    'ランブック',
  ])('takes %j as a value', value => {
    expect(readAnnotationValue(KEY, ` ${value}\n`)).toEqual({
      state: 'value',
      key: KEY,
      value,
    });
  });

  it('copes with a megabyte', () => {
    const value = 'example.com'.repeat(100_000);
    expect(readAnnotationValue(KEY, value).state).toBe('value');
  });

  it('never throws and never keeps an empty value', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
        raw => {
          const value = readAnnotationValue(KEY, raw);
          expect(annotationText(value)).not.toBe('');
        },
      ),
    );
  });
});

describe('placeholderKind', () => {
  it('finds nothing in an ordinary text', () => {
    expect(placeholderKind('Sells tickets to everybody')).toBeUndefined();
  });
});

describe('annotationText', () => {
  it.each([
    ['0', '0'],
    [' manual ', 'manual'],
    ['TBD', 'TBD'],
    ['30', '30'],
    ['', undefined],
  ])('of %j is %j', (raw, text) => {
    expect(annotationText(readAnnotationValue('maturity/toil', raw))).toBe(
      text,
    );
  });
});

describe('isTrue', () => {
  it.each([
    ['true', true],
    [' TRUE ', true],
    ['yes', false],
    ['false', false],
    ['', false],
    [true, false],
  ])('of %j is %s', (raw, expected) => {
    expect(isTrue(readAnnotationValue('maturity/no-api', raw))).toBe(expected);
  });
});

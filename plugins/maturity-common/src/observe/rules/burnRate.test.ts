import fc from 'fast-check';
import { burnWindows } from './burnRate';

const ratio = (window: string) =>
  `sum(rate(http_errors_total{job="a"}[${window}])) / sum(rate(http_total{job="a"}[${window}]))`;

describe('burnWindows', () => {
  it.each([
    [
      'two range windows',
      `${ratio('1h')} > 14.4 * 0.001 and ${ratio('5m')} > 14.4 * 0.001`,
      '5m',
      '1h',
    ],
    [
      'two recorded ratios',
      'slo:sli_error:ratio_rate5m{sloth_slo="a"} > (14.4 * 0.001) and slo:sli_error:ratio_rate1h{sloth_slo="a"} > (14.4 * 0.001)',
      '5m',
      '1h',
    ],
    [
      'aggregations in alternatives',
      `( max(slo:sli_error:ratio_rate5m{sloth_id="a"} > (14.4 * 0.001)) without (sloth_window)
         and
         max(slo:sli_error:ratio_rate1h{sloth_id="a"} > (14.4 * 0.001)) without (sloth_window) )
       or
       ( max(slo:sli_error:ratio_rate30m{sloth_id="a"} > (6 * 0.001)) without (sloth_window)
         and
         max(slo:sli_error:ratio_rate6h{sloth_id="a"} > (6 * 0.001)) without (sloth_window) )`,
      '5m',
      '1h',
    ],
    [
      'matching words',
      'e:ratio_rate6h{s="a"} > 0.1 and ignoring (w) e:ratio_rate30m{s="a"} > 0.1',
      '30m',
      '6h',
    ],
    [
      'an aggregation around all',
      'max by (a) (e:rate2h > 0.1 and e:rate1d > 0.1)',
      '2h',
      '1d',
    ],
    [
      'burn-rate records',
      'http:burnrate5m{slo="a"} > 14 and http:burnrate1h{slo="a"} > 14',
      '5m',
      '1h',
    ],
  ])('finds %s', (_, expression, short, long) => {
    expect(burnWindows(expression)).toEqual({ short, long });
  });

  it.each([
    ['one window', `${ratio('5m')} > 0.01`],
    ['one window twice', `${ratio('5m')} > 0.01 and ${ratio('5m')} > 0.02`],
    [
      'two windows of two services',
      'e:rate5m{s="a"} > 0.1 and e:rate1h{s="b"} > 0.1',
    ],
    [
      'two windows of two metrics',
      'sum(rate(a[5m])) > 1 and sum(rate(b[1h])) > 1',
    ],
    [
      'two windows joined by or',
      `${ratio('5m')} > 0.1 or ${ratio('1h')} > 0.1`,
    ],
    ['two windows without comparison', `${ratio('5m')} and ${ratio('1h')}`],
    ['a ratio of two windows', 'rate(a[5m]) / rate(a[1h]) > 2'],
    ['a comment', `${ratio('5m')} > 0.1 # and ${ratio('1h')} > 0.1`],
    ['a label value', 'up{x="e:rate5m > 1 and e:rate1h > 1"} == 0'],
    ['broken text', '((((and > [5m'],
    ['nothing', ''],
  ])('finds none in %s', (_, expression) => {
    expect(burnWindows(expression)).toBeUndefined();
  });

  it('never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            'a',
            ' and ',
            ' or ',
            ' unless ',
            '(',
            ')',
            '{',
            '}',
            '[5m]',
            '[1h]',
            ' > ',
            '1',
            '"',
            '#',
            '\n',
            'on(',
            'e:rate5m',
            'e:rate1h',
          ),
        )
        .map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(text, each => {
        expect(() => burnWindows(each)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

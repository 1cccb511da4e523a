/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWithPromtool.each"] }] */
import { stringify } from 'yaml';
import { renderSloRules } from './ruleFile';
import { itWithPromtool, promtool } from './testing/promtool';
import { simpleSlo } from './testing/slos';
import type { SloQueries } from './types';

jest.setTimeout(60_000);

interface Case {
  queries: SloQueries;
  /** Series and their samples, one a minute. */
  series: Record<string, string>;
  /** What is 1 after an hour. */
  expr: string;
}

describe('recorded series', () => {
  itWithPromtool.each<[string, Case]>([
    [
      'find a service that failed from its first request on',
      {
        queries: {
          kind: 'good-and-total',
          good: 'sum(rate(good_total[{{.window}}]))',
          total: 'sum(rate(all_total[{{.window}}]))',
        },
        series: { all_total: '0+1x60' },
        expr: 'max(slo:sli_error:ratio_rate30d) == bool 1',
      },
    ],
    [
      'keep NaN out of the window, whatever a query gives',
      {
        queries: {
          kind: 'bad-and-total',
          bad: 'sum(rate(bad_total[{{.window}}])) * (sum(rate(gate[{{.window}}])) / sum(rate(gate[{{.window}}])))',
          total: 'sum(rate(all_total[{{.window}}]))',
        },
        series: {
          bad_total: '0+1x60',
          all_total: '0+2x60',
          gate: '0+0x30 1+1x30',
        },
        expr: 'max(slo:sli_error:ratio_rate30d) > bool 0.1',
      },
    ],
    [
      'keep NaN out of a finished ratio',
      {
        queries: {
          kind: 'error-ratio',
          ratio:
            'sum(rate(bad_total[{{.window}}])) / sum(rate(all_total[{{.window}}]))',
        },
        series: { bad_total: '0+0x30 1+1x30', all_total: '0+0x30 1+1x30' },
        expr: 'max(slo:sli_error:ratio_rate30d) == bool 1',
      },
    ],
    [
      'keep regions apart',
      {
        queries: {
          kind: 'bad-and-total',
          bad: 'sum by (region) (rate(bad_total[{{.window}}]))',
          total: 'sum by (region) (rate(all_total[{{.window}}]))',
        },
        series: {
          'all_total{region="a"}': '0+1x60',
          'all_total{region="b"}': '0+1x60',
          'bad_total{region="b"}': '0+1x60',
        },
        expr: 'count(slo:period_error_budget_remaining:ratio < 0) == bool count(slo:period_error_budget_remaining:ratio == 1)',
      },
    ],
    [
      'read a comment and an operator of the author as theirs',
      {
        queries: {
          kind: 'bad-and-total',
          bad: 'sum(rate(a_total[{{.window}}])) or sum(rate(b_total[{{.window}}])) # b is new',
          total:
            'sum(rate(a_total[{{.window}}])) + sum(rate(all_total[{{.window}}]))',
        },
        series: { a_total: '0+1x60', all_total: '0+3x60' },
        expr: 'max(slo:sli_error:ratio_rate1h) == bool 0.25',
      },
    ],
  ])('%s', (_, { queries, series, expr }) => {
    const [slo] = simpleSlo('99');
    const tests = stringify({
      rule_files: ['rules.yaml'],
      evaluation_interval: '5m',
      tests: [
        {
          interval: '1m',
          input_series: Object.entries(series).map(([name, values]) => ({
            series: name,
            values,
          })),
          promql_expr_test: [
            {
              expr,
              eval_time: '1h',
              exp_samples: [{ labels: '{}', value: 1 }],
            },
          ],
        },
      ],
    });
    expect(
      promtool(['test', 'rules', 'tests.yaml'], {
        'rules.yaml': renderSloRules([{ ...slo, queries }]).text,
        'tests.yaml': tests,
      }),
    ).toEqual({
      status: 0,
      output: 'Unit Testing:  tests.yaml\n  SUCCESS\n\n',
    });
  });
});

/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWithPromtool", "itWithPromtool.each"] }] */
import { parse, stringify } from 'yaml';
import { renderSloRules } from './ruleFile';
import { renderSloRuleTests } from './ruleTestFile';
import { itWithPromtool, promtool } from './testing/promtool';
import { simpleSlo, slosOf } from './testing/slos';
import type { SloDefinition } from './types';

jest.setTimeout(300_000);

/** Runs one or all of the generated tests on rules that were changed on the way. */
function run(
  slos: readonly SloDefinition[],
  options: { change?: (rules: string) => string; only?: string } = {},
) {
  const { change = rules => rules, only = '' } = options;
  const rules = renderSloRules(slos).text;
  const changed = change(rules);
  const { tests, ...head } = parse(
    renderSloRuleTests(slos, { rulesFile: 'rules.yaml' }).text,
  );
  const chosen = tests.filter((test: { name: string }) =>
    test.name.includes(only),
  );
  return {
    changed: changed !== rules,
    chosen: chosen.length,
    ...promtool(['test', 'rules', 'tests.yaml'], {
      'rules.yaml': changed,
      'tests.yaml': stringify({ ...head, tests: chosen }),
    }),
  };
}

function events(bad: string, total: string, objective = 99): SloDefinition[] {
  return slosOf(
    stringify({
      version: 'prometheus/v1',
      service: 'shop',
      slos: [
        {
          name: 'answers',
          objective,
          sli: { events: { error_query: bad, total_query: total } },
        },
      ],
    }),
  );
}

function testNames(slos: readonly SloDefinition[]): string[] {
  const { text } = renderSloRuleTests(slos, { rulesFile: 'rules.yaml' });
  return [...text.matchAll(/- name: "?shop-answers: ([^"\n]*)"?$/gm)].map(
    match => match[1],
  );
}

const EVENT_TESTS = [
  'no traffic is silent, and leaves the budget as it was',
  'a service that never failed is healthy',
  'an outage pages after 15 minutes at most',
  'a blip of 4 minutes is silent',
  'a slow leak makes a ticket and does not page',
  'the budget counts events and not time',
];

describe('renderSloRuleTests', () => {
  it('tries the whole way from counters to alerts', () => {
    expect(testNames(simpleSlo('99.9'))).toEqual(EVENT_TESTS);
  });

  it('leaves out what cannot fire', () => {
    const names = testNames(simpleSlo('50', { windowDays: 30 }));
    expect(names.filter(name => /outage|leak/.test(name))).toEqual([
      'a slow leak makes a ticket and does not page',
    ]);
    expect(testNames(simpleSlo('1', { windowDays: 366 }))).toEqual([
      ...EVENT_TESTS.slice(0, 2),
      EVENT_TESTS[3],
      EVENT_TESTS[5],
    ]);
  });

  itWithPromtool.each<[string, number]>([
    ['99.9999', 30],
    ['99', 7],
    ['90', 1],
    ['35', 30],
  ])('gives tests that pass for %s%% over %d days', (objective, windowDays) => {
    expect(run(simpleSlo(objective, { windowDays }))).toMatchObject({
      status: 0,
      output: expect.stringContaining('SUCCESS'),
    });
  });

  itWithPromtool.each<[string, (rules: string) => string, string]>([
    [
      'zero errors became no data',
      rules => rules.replace(/\n +or\n +0 \*[^\n]*/g, ''),
      'never failed',
    ],
    [
      'no traffic became NaN',
      rules => rules.replace(/ > 0$/gm, ''),
      'no traffic',
    ],
    [
      'the page asked for ten times the errors',
      rules => rules.replace(/ > 0\.0(144|06)\b/g, ' > 0.9$1'),
      'an outage pages',
    ],
    [
      'the page forgot its long look-backs',
      rules =>
        rules.replace(/ratio_rate(?:1h|6h)(\{[^\n]*> 0\.0)/g, 'ratio_rate5m$1'),
      'a blip',
    ],
    [
      'the ticket asked for three times the errors',
      rules => rules.replace(/ > 0\.001\b/g, ' > 0.003'),
      'a slow leak',
    ],
    [
      'the window was weighted by time',
      rules =>
        rules.replace(
          /sum_over_time\(slo:sli_error_events:rate5m(\{[^\n]*\})\[30d\]\)\n *\/\n[^\n]*/,
          'avg_over_time(slo:sli_error:ratio_rate5m$1[30d])',
        ),
      'the budget counts events',
    ],
  ])('gives tests that fail when %s', (_, change, only) => {
    const { changed, chosen, status, output } = run(simpleSlo('99.9'), {
      change,
      only,
    });
    expect({ changed, chosen, status }).toEqual({
      changed: true,
      chosen: 1,
      status: 1,
    });
    // It is an expectation that fails, not the file that cannot be read.
    expect(output).toContain('exp: {}');
  });

  it.each([
    [
      'bad events as a metric of their own',
      'sum(rate(failures_total[{{.window}}]))',
      'sum(rate(requests_total[{{.window}}]))',
      ['failures_total', 'requests_total'],
    ],
    [
      'a difference of buckets',
      'sum(rate(d_count{a="b"}[{{.window}}])) - sum(rate(d_bucket{a="b",le="0.3"}[{{.window}}]))',
      'sum(rate(d_count{a="b"}[{{.window}}])) > 0',
      ['d_bucket{a="b", le="0.3"}', 'd_count{a="b"}'],
    ],
    [
      'guards of the author',
      'sum by (zone) (rate(r{code!~"[23]..|404"}[{{ .window }}])) or vector(0)',
      'sum by (zone) (rate(r{job=`a`}[{{ .window }}])) > 0',
      ['r{code="200", job="a"}', 'r{code="other", job="a"}'],
    ],
    [
      'a word among others',
      'sum(increase(r{outcome!="ok",verb=~"GET|PUT"}[{{.window}}]))',
      'sum(increase(r{verb=~"GET|PUT"}[{{.window}}]))',
      ['r{outcome="ok", verb="GET"}', 'r{outcome="200", verb="GET"}'],
    ],
  ])('finds series for %s', (_, bad, total, series) => {
    const slos = events(bad, total);
    const { text } = renderSloRuleTests(slos, { rulesFile: 'r.yaml' });
    const found = new Set(
      [...text.matchAll(/- series: (.*)$/gm)].map(match => match[1]),
    );
    expect([...found].sort()).toEqual([...series].sort());
  });

  it.each([
    ['a function', 'max(rate(a[{{.window}}]))'],
    ['a product', 'sum(rate(a[{{.window}}])) * 2'],
    ['a nested group', 'sum(rate(a{b=~"((x))+"}[{{.window}}]))'],
    ['a repeated group', 'sum(rate(a{b=~"(x+)+y"}[{{.window}}]))'],
    ['many repetitions', 'sum(rate(a{b=~"x*x*x*x*x*y"}[{{.window}}]))'],
    ['an impossible class', 'sum(rate(a{b=~"[z-a]"}[{{.window}}]))'],
    ['a doubled quantifier', 'sum(rate(a{b=~"x**"}[{{.window}}]))'],
    [
      'many alternatives',
      `sum(rate(a{b=~"${'(x|x)'.repeat(15)}"}[{{.window}}]))`,
    ],
    ['a long query', `sum(rate(a[{{.window}}])) ${'#'.repeat(9_000)}"`],
    ['a group with a flag', 'sum(rate(a{b=~"(?:x)"}[{{.window}}]))'],
    ['what cannot be', 'sum(rate(a{b="x",b="y"}[{{.window}}]))'],
    ['no difference', 'sum(rate(a[{{.window}}]))'],
  ])('tries only the alerts, with a note, for %s', (_, bad) => {
    const slos = events(bad, 'sum(rate(a[{{.window}}]))');
    expect(renderSloRuleTests(slos, { rulesFile: 'r.yaml' }).notes).toEqual([
      '"shop-answers": its queries are no sums of rates of counters, so that the tests feed recorded error ratios and try the alerts only.',
    ]);
    expect(testNames(slos)).toEqual([
      'no traffic is silent',
      'an outage pages',
      'a blip is silent',
      'a slow leak makes a ticket and does not page',
    ]);
  });
});

/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWithPromtool", "itWithPromtool.each"] }] */
import fc from 'fast-check';
import { parse } from 'yaml';
import { formatPercent } from '../objective';
import { sloAlertingRules } from './alertingRules';
import { sloRecordingRules, sloWeighting } from './recordingRules';
import { renderSloRules } from './ruleFile';
import { itWithPromtool, promtool } from './testing/promtool';
import { simpleSlo, slosOf } from './testing/slos';

jest.setTimeout(120_000);

const anyPpm = fc.integer({ min: 1, max: 999_999 });
const anyDays = fc.integer({ min: 1, max: 366 });
// Whatever a catalog may hold that is no control character.
const anyValue = fc
  .string({ minLength: 1, maxLength: 50, unit: 'grapheme' })
  .filter(
    text =>
      // eslint-disable-next-line no-control-regex
      !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text),
  );
const anyLabels = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,10}$/).filter(
    // The rules set these themselves.
    name => !/^(?:sloth_|alertname$|alertstate$)/.test(name),
  ),
  fc.oneof(
    anyValue,
    fc.constantFrom('yes', '1.10', '~', 'null', '1:30', '#', '{{ $x }}', '"'),
    // Line breaks of YAML 1.1 that are none of YAML 1.2.
    fc.constantFrom('\u2028    !', 'a\u2029b', '\ufeffx', '\u2028: \u2029 #'),
  ),
  { maxKeys: 4 },
);

function thresholdsIn(expr: string): number[] {
  return [...expr.matchAll(/ > (\S+)\) without/g)].map(match =>
    Number(match[1]),
  );
}

describe('sloRecordingRules', () => {
  it('records the names that dashboards read', () => {
    expect(
      sloRecordingRules(simpleSlo('99.95')[0]).map(({ record }) => record),
    ).toEqual([
      'slo:sli_error_events:rate5m',
      'slo:sli_total_events:rate5m',
      'slo:sli_error:ratio_rate5m',
      'slo:sli_error:ratio_rate30m',
      'slo:sli_error:ratio_rate1h',
      'slo:sli_error:ratio_rate2h',
      'slo:sli_error:ratio_rate6h',
      'slo:sli_error:ratio_rate1d',
      'slo:sli_error:ratio_rate3d',
      'slo:sli_error:ratio_rate30d',
      'slo:objective:ratio',
      'slo:error_budget:ratio',
      'slo:time_period:days',
      'slo:current_burn_rate:ratio',
      'slo:period_burn_rate:ratio',
      'slo:period_error_budget_remaining:ratio',
      'sloth_slo_info',
    ]);
  });

  it.each([
    [1, '1d', 16],
    [3, '3d', 16],
    [7, '1w', 17],
    [28, '4w', 17],
    [30, '30d', 17],
    [365, '1y', 17],
    [366, '366d', 17],
  ])(
    'names a window of %d days %s and records it once',
    (windowDays, name, count) => {
      const records = sloRecordingRules(simpleSlo('99', { windowDays })[0]).map(
        ({ record }) => record,
      );
      expect(
        records.filter(record => record === `slo:sli_error:ratio_rate${name}`),
      ).toHaveLength(1);
      expect(records).toHaveLength(count);
    },
  );

  it('keeps labels of the author, and its own before them', () => {
    const [slo] = simpleSlo('99.95', { labels: { owner: 'web' } });
    expect(Object.fromEntries(sloRecordingRules(slo)[2].labels)).toEqual({
      owner: 'web',
      sloth_id: 'shop-answers',
      sloth_service: 'shop',
      sloth_slo: 'answers',
      sloth_window: '5m',
    });
    expect(
      Object.fromEntries(sloRecordingRules(slo).slice(-1)[0].labels),
    ).toEqual({
      owner: 'web',
      sloth_id: 'shop-answers',
      sloth_service: 'shop',
      sloth_slo: 'answers',
      sloth_mode: 'maturity',
      sloth_objective: '99.95',
      sloth_spec: 'prometheus/v1',
      maturity_weighting: 'events',
    });
  });

  it.each([
    [30, 'time'],
    [3, 'query'],
  ])(
    'says how a finished ratio over %d days is weighted',
    (days, weighting) => {
      const [slo] = slosOf(
        `version: prometheus/v1\nservice: s\nslos: [{ name: a, objective: 99, sli: { raw: { error_ratio_query: 'r[{{.window}}]' } } }]`,
        days,
      );
      expect(sloWeighting(slo)).toBe(weighting);
    },
  );
});

describe('sloAlertingRules', () => {
  it('has thresholds k B with k = p W / L, for every objective and window', () => {
    fc.assert(
      fc.property(anyPpm, anyDays, (ppm, windowDays) => {
        const [slo] = simpleSlo(formatPercent(ppm), { windowDays });
        const budget = (1_000_000 - ppm) / 1_000_000;
        // Share of the budget and hours of the long look-back, as the design has them.
        const expected = (pairs: [number, number][]) =>
          pairs
            .map(
              ([share, hours]) => ((share * windowDays * 24) / hours) * budget,
            )
            // Within rounding of 1 it is the exact arithmetic of the rules that decides.
            .filter(threshold => threshold < 1 - 1e-12)
            .flatMap(threshold => [threshold, threshold]);
        const found = new Map(
          sloAlertingRules(slo).map(({ labels, expr }) => [
            labels.get('sloth_severity'),
            thresholdsIn(expr),
          ]),
        );
        const close = (numbers: readonly number[]) =>
          numbers.map(number => expect.closeTo(number, 12));
        expect(found.get('page') ?? []).toEqual(
          close(
            expected([
              [0.02, 1],
              [0.05, 6],
            ]),
          ),
        );
        expect(found.get('ticket') ?? []).toEqual(
          close(
            expected([
              [0.1, 24],
              [0.1, 72],
            ]),
          ),
        );
      }),
    );
  });

  it('writes thresholds as the nearest number to their decimal', () => {
    const [page, ticket] = sloAlertingRules(simpleSlo('99.9')[0]);
    expect(thresholdsIn(page.expr)).toEqual([0.0144, 0.0144, 0.006, 0.006]);
    expect(thresholdsIn(ticket.expr)).toEqual([0.003, 0.003, 0.001, 0.001]);
  });

  it('leaves out what cannot fire, and says so', () => {
    const slos = simpleSlo('90');
    const [page, ticket] = sloAlertingRules(slos[0]);
    expect(page.pairs.map(({ name }) => name)).toEqual(['30m/6h']);
    expect(ticket.pairs.map(({ name }) => name)).toEqual(['2h/1d', '6h/3d']);
    expect(
      renderSloRules(slos, { runbookUrl: 'https://a.test' }).notes,
    ).toEqual([
      '"shop-answers" (90% over 30d): the page over 5m/1h is left out, because even a total outage would not fire it.',
    ]);
  });

  it('is empty where nothing can fire', () => {
    const slos = simpleSlo('1', { windowDays: 366 });
    expect(sloAlertingRules(slos[0])).toEqual([]);
    expect(parse(renderSloRules(slos).text).groups).toHaveLength(1);
  });

  it('links to runbook and dashboard, unless the file says otherwise', () => {
    const [slo] = simpleSlo('99');
    const [page] = sloAlertingRules(slo, {
      runbookUrl: 'https://docs.test/run?a={{b}}',
      grafanaUrl: 'https://grafana.test/sub/',
    });
    expect(page.annotations.get('runbook_url')).toBe(
      'https://docs.test/run?a={{"{{"}}b}}#answers',
    );
    expect(page.annotations.get('dashboard_url')).toBe(
      'https://grafana.test/sub/d/slo-shop',
    );
    const own = {
      ...slo.page,
      annotations: new Map([['runbook_url', 'mine']]),
    };
    expect(
      sloAlertingRules(
        { ...slo, page: own },
        { runbookUrl: 'https://docs.test' },
      )[0].annotations.get('runbook_url'),
    ).toBe('mine');
  });

  it.each([
    ['docs', 'is not a URL; expected for example https://example.com/runbook.'],
    [
      'file:///etc/passwd',
      'does not begin with https:// or http://; expected for example https://example.com/runbook.',
    ],
  ])('refuses the runbook %s', (runbookUrl, reason) => {
    expect(() => sloAlertingRules(simpleSlo('99')[0], { runbookUrl })).toThrow(
      `The address of the runbook "${runbookUrl}" ${reason}`,
    );
  });
});

describe('renderSloRules', () => {
  it('gives the labels of the author back, whatever they hold', () => {
    fc.assert(
      fc.property(anyLabels, labels => {
        const { text } = renderSloRules(simpleSlo('99', { labels }));
        // The parser of Prometheus reads YAML 1.1, other parsers 1.2.
        for (const version of ['1.1', '1.2'] as const) {
          const { groups } = parse(text, { version });
          expect(groups[0].rules[2].labels).toEqual({
            ...labels,
            sloth_id: 'shop-answers',
            sloth_service: 'shop',
            sloth_slo: 'answers',
            sloth_window: '5m',
          });
        }
      }),
    );
  });

  itWithPromtool(
    'gives rules that promtool takes, for any objective, window and labels',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(anyPpm, anyDays, anyLabels), {
            minLength: 20,
            maxLength: 20,
          }),
          cases => {
            const slos = cases.flatMap(([ppm, windowDays, labels], index) =>
              simpleSlo(formatPercent(ppm), { windowDays, labels }).map(
                slo => ({
                  ...slo,
                  id: `${slo.id}-${index}`,
                }),
              ),
            );
            const { text } = renderSloRules(slos);
            const { status, output } = promtool(['check', 'rules', 'r.yaml'], {
              'r.yaml': text,
            });
            expect({ status, output }).toEqual({
              status: 0,
              output: expect.stringContaining('SUCCESS'),
            });
          },
        ),
        { numRuns: 5 },
      );
    },
  );
});

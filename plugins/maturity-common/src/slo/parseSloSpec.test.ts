import fc from 'fast-check';
import { parseSloSpec } from './parseSloSpec';

const SLOTH = `version: prometheus/v1
service: checkout
slos:
  - name: requests-availability
    objective: 99.95
    sli:
      events:
        error_query: sum(rate(http_errors_total[{{.window}}]))
        total_query: sum(rate(http_requests_total[{{.window}}])) > 0
  - name: fast
    labels:
      category: latency
    objective: "99"
    sli:
      raw:
        error_ratio_query: slow:ratio
  - name: spool
    objective: 90
    sli:
      events:
        error_query: only_errors
`;

const OPENSLO = `apiVersion: openslo/v1
kind: SLI
metadata: { name: checkout-latency }
spec:
  ratioMetric:
    good: { metricSource: { type: Prometheus, spec: { query: good } } }
    total: { metricSource: { type: Prometheus, spec: { query: total } } }
---
apiVersion: openslo/v1
kind: Service
metadata: { name: checkout }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: fast }
spec:
  service: checkout
  indicatorRef: checkout-latency
  timeWindow: [{ duration: 4w, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - target: 0.9995
    - targetPercent: 99.9
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: up }
spec:
  service: billing
  indicator:
    metadata: { name: billing-availability }
    spec: {}
  timeWindow: [{ duration: 28d }]
  objectives: [{ target: 0.99 }]
`;

describe('parseSloSpec', () => {
  it('reads a Sloth file', () => {
    expect(parseSloSpec(SLOTH)).toEqual({
      ok: true,
      specs: [
        {
          format: 'sloth/prometheus/v1',
          service: 'checkout',
          objectives: [
            {
              name: 'requests-availability',
              indicator: 'availability',
              objective: '99.95',
              objectivePpm: 999_500,
              windowDays: 30,
              hasQuery: true,
            },
            {
              name: 'fast',
              indicator: 'latency',
              objective: '99',
              objectivePpm: 990_000,
              windowDays: 30,
              hasQuery: true,
            },
            {
              name: 'spool',
              objective: '90',
              objectivePpm: 900_000,
              windowDays: 30,
              hasQuery: false,
            },
          ],
        },
      ],
    });
  });

  it('reads the SLOs of an OpenSLO file by service and resolves their indicators', () => {
    expect(parseSloSpec(OPENSLO)).toEqual({
      ok: true,
      specs: [
        {
          format: 'openslo/v1',
          service: 'checkout',
          objectives: [
            {
              name: 'fast-1',
              indicator: 'latency',
              objective: '99.95',
              objectivePpm: 999_500,
              windowDays: 28,
              hasQuery: true,
            },
            {
              name: 'fast-2',
              indicator: 'latency',
              objective: '99.9',
              objectivePpm: 999_000,
              windowDays: 28,
              hasQuery: true,
            },
          ],
        },
        {
          format: 'openslo/v1',
          service: 'billing',
          objectives: [
            {
              name: 'up',
              indicator: 'availability',
              objective: '99',
              objectivePpm: 990_000,
              windowDays: 28,
              hasQuery: false,
            },
          ],
        },
      ],
    });
  });

  it('reads several documents of both formats and passes over others', () => {
    const result = parseSloSpec(
      `kind: ConfigMap\n---\n${SLOTH}---\n${OPENSLO}---\n`,
    );
    expect(result.ok && result.specs.map(({ service }) => service)).toEqual([
      'checkout',
      'checkout',
      'billing',
    ]);
  });

  it.each([
    ['version: prometheus/v2', '"prometheus/v2" is not supported'],
    ['apiVersion: openslo/v1alpha', '"openslo/v1alpha" is not supported'],
    ['apiVersion: openslo.com/v2', '"openslo.com/v2" is not supported'],
    ['apiVersion: sloth.slok.dev/v1', '"sloth.slok.dev/v1" is not supported'],
    ['', 'holds no SLO document'],
    ['just words', 'holds no SLO document'],
    ['version: 1', 'holds no SLO document'],
    ['apiVersion: openslo/v1\nkind: Service', 'holds no SLO document'],
    ['a: [1', 'not valid YAML'],
    ['a: 1\nb: "', 'Missing closing "quote (line 2)'],
    ['"'.repeat(256 * 1024 + 1), 'has 262145 characters'],
    ['version: prometheus/v1', 'names no service: nothing stands'],
    ['version: prometheus/v1\nservice: [a]', 'a list stands'],
    ['version: prometheus/v1\nservice: a', 'no objective in "slos"'],
    [
      'version: prometheus/v1\nservice: a\nslos: [{objective: 99}]',
      'An objective has no name',
    ],
    [
      'version: prometheus/v1\nservice: a\nslos: [{name: b, objective: 100}]',
      'Objective "b" is "100", where a percentage',
    ],
    [
      'apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}',
      'needs a text in "metadata.name" and in "spec.service"; it has "a" and nothing',
    ],
    [
      'apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\nspec: {service: b}',
      'The time window of SLO "a" is nothing',
    ],
    [
      'apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\nspec: {service: b, timeWindow: [{duration: 30d}], objectives: [{target: 99}]}',
      'The target of SLO "a" is "99"',
    ],
  ])('refuses %j', (source, problem) => {
    expect(parseSloSpec(source)).toEqual({
      ok: false,
      problem: expect.stringContaining(problem),
    });
  });

  it('refuses aliases that would grow without bound', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `a${level + 1}: &a${level + 1} [${Array(9)
          .fill(`*a${level}`)
          .join(', ')}]`,
    );
    expect(parseSloSpec(['a0: &a0 [x, x, x]', ...levels].join('\n'))).toEqual({
      ok: false,
      problem: expect.stringContaining('not usable YAML'),
    });
  });

  it('takes keys of prototypes for what they are', () => {
    expect(
      parseSloSpec('__proto__: {version: prometheus/v1, service: a}'),
    ).toMatchObject({ ok: false });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'version: prometheus/v1\n', `${SLOTH}---\n`),
        (text, before) => {
          const result = parseSloSpec(`${before}${text}`);
          expect(result.ok || result.problem !== '').toBe(true);
        },
      ),
    );
  });
});

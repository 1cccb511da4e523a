import fc from 'fast-check';
import { describeSloFileProblem, readSloFile } from './readSloFile';
import type { SloDefinition } from './types';

const TOTAL = 'sum(rate(requests_total[{{.window}}]))';
const BAD = 'sum(rate(requests_total{code=~"5.."}[{{.window}}]))';

/** A Sloth file with one objective; lines of the objective begin at the fifth. */
function sloth(slo: string, head = ''): string {
  return `version: prometheus/v1
service: shop
${head}slos:
  - name: answers
${slo.replace(/^/gm, '    ')}
`;
}

const SLI = `sli:
  events:
    error_query: ${BAD}
    total_query: ${TOTAL}`;

function read(source: string): SloDefinition[] {
  const reading = readSloFile(source);
  if (!reading.ok) {
    throw new Error(reading.problems.map(describeSloFileProblem).join('\n'));
  }
  return [...reading.slos];
}

function problems(source: string): string[] {
  const reading = readSloFile(source);
  return reading.ok ? [] : reading.problems.map(describeSloFileProblem);
}

function openSlo(spec: string, before = ''): string {
  return `${before}apiVersion: openslo/v1
kind: SLO
metadata:
  name: answers
spec:
  service: shop
${spec.replace(/^/gm, '  ')}
`;
}

const WINDOW = 'timeWindow: [{ duration: 28d, isRolling: true }]';
const METHOD = 'budgetingMethod: Occurrences';
const OBJECTIVES = 'objectives: [{ target: 0.999 }]';

function metric(query: string): string {
  return `{ metricSource: { type: Prometheus, spec: { query: '${query}' } } }`;
}

const RATIO = `indicator:
  spec:
    ratioMetric:
      counter: true
      good: ${metric(BAD)}
      total: ${metric(TOTAL)}`;

describe('readSloFile', () => {
  it('reads everything that a Sloth file says', () => {
    const [slo] = read(
      sloth(
        `description: Answers come.
objective: 99.90
labels: { category: availability, revision: 1.10 }
${SLI}
alerting:
  name: ShopFails
  labels: { team: web, queue: all }
  annotations: { note: 'at {{ $value | humanizePercentage }}' }
  page_alert: { labels: { queue: pages } }
  ticket_alert: { disable: true }`,
        'labels: { owner: web, category: none }\n',
      ),
    );
    expect(slo).toEqual({
      format: 'prometheus/v1',
      id: 'shop-answers',
      service: 'shop',
      name: 'answers',
      description: 'Answers come.',
      objective: '99.9',
      objectivePpm: 999_000,
      windowDays: 30,
      labels: new Map([
        ['owner', 'web'],
        ['category', 'availability'],
        ['revision', '1.10'],
      ]),
      queries: { kind: 'bad-and-total', bad: BAD, total: TOTAL },
      alertName: 'ShopFails',
      page: {
        enabled: true,
        labels: new Map([
          ['team', 'web'],
          ['queue', 'pages'],
        ]),
        annotations: new Map([
          ['note', 'at {{ $value | humanizePercentage }}'],
        ]),
      },
      ticket: {
        enabled: false,
        labels: new Map([
          ['team', 'web'],
          ['queue', 'all'],
        ]),
        annotations: new Map([
          ['note', 'at {{ $value | humanizePercentage }}'],
        ]),
      },
    });
  });

  it('names an alert after service and objective when the file does not', () => {
    expect(read(sloth(`objective: 99\n${SLI}`))[0].alertName).toBe(
      'ShopAnswersErrorBudgetBurn',
    );
  });

  it('reads OpenSLO with its own window, indicators and data sources', () => {
    const [first, second] = read(
      openSlo(
        `indicatorRef: served
timeWindow: [{ duration: 4w, isRolling: true }]
${METHOD}
objectives: [{ target: 0.9995 }, { displayName: all, targetPercent: 99 }]`,
        `apiVersion: openslo/v1
kind: DataSource
metadata: { name: metrics }
spec: { type: Prometheus }
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: served }
spec:
  ratioMetric:
    good: { metricSource: { metricSourceRef: metrics, spec: { query: '${BAD}' } } }
    total: { metricSource: { metricSourceRef: metrics, spec: { query: '${TOTAL}' } } }
---
`,
      ),
    );
    expect(first).toMatchObject({
      format: 'openslo/v1',
      id: 'shop-answers-1',
      objective: '99.95',
      windowDays: 28,
      queries: { kind: 'good-and-total', good: BAD, total: TOTAL },
    });
    expect([second.id, second.objective]).toEqual(['shop-answers-2', '99']);
  });

  it('reads anchors, merge keys, CRLF, a byte order mark and other documents', () => {
    const source = `\uFEFFkind: ConfigMap
---
version: prometheus/v1
service: shop
slos:
  - &first
    name: one
    objective: 99
    sli: { events: { error_query: '${BAD}', total_query: '${TOTAL}' } }
  - <<: *first
    name: two
`.replace(/\n/g, '\r\n');
    expect(read(source).map(({ id }) => id)).toEqual(['shop-one', 'shop-two']);
  });

  it.each([
    ['', '1:1: no SLO document was found, where "version: prometheus/v1"'],
    ['a: [', '1:5: text with the fault "'],
    ['a: 1\na: 2', '2:1: text with the fault "Map keys must be unique"'],
    ['a:\n\tb: 1', '2:1: text with the fault "Tabs are not allowed'],
    [
      'version: prometheus/v2\nservice: a',
      '1:1: version: "prometheus/v2" was found',
    ],
    [
      'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel',
      '1:1: apiVersion: "sloth.slok.dev/v1" was found',
    ],
    ['version: prometheus/v1\nservice: a', '1:1: slos: nothing was found'],
    [`x${' '.repeat(300_000)}`, '1:1: a text of 300001 characters'],
    // Of very many keys; comparing them with each other would take long.
    [
      Array.from({ length: 20_000 }, (_, key) => `k${key}: 1\n`).join(''),
      '1:1: no SLO document',
    ],
  ])('refuses the file %#', (source, start) => {
    const [problem] = problems(source);
    expect(problem.slice(0, start.length)).toBe(start);
  });

  it.each([
    ['objective: 100', '5:5: slos[0].objective: "100" was found'],
    ['objective: 0', '5:5: slos[0].objective: "0" was found'],
    ['objective: high', '5:5: slos[0].objective: "high" was found'],
    ['objective: 99.99999', '5:5: slos[0].objective: "99.99999" was found'],
    [
      'objective: 99\nalerts: {}',
      '6:5: slos[0].alerts: the key "alerts" was found',
    ],
    [
      'objective: 99\nlabels: { a-b: c }',
      '6:15: slos[0].labels.a-b: "c" was found',
    ],
    [
      'objective: 99\nlabels: { sloth_id: c }',
      '6:15: slos[0].labels.sloth_id: "c" was found',
    ],
    [
      'objective: 99\nlabels: { __proto__: c }',
      '6:15: slos[0].labels.__proto__: "c" was found',
    ],
    [
      'objective: 99\nlabels: { a: "\\e[2J" }',
      '6:15: slos[0].labels.a: "\u001b[2J" was found',
    ],
    [
      'objective: 99\nlabels: { a: [b] }',
      '6:15: slos[0].labels.a: a list was found',
    ],
    [
      'objective: 99\nalerting: { annotations: { a: "{{ query \\"up\\" }}" } }',
      '6:32: slos[0].alerting.annotations.a: "{{ query "up" }}" was found',
    ],
    [
      'objective: 99\nalerting: { page_alert: { disable: "no" } }',
      '6:31: slos[0].alerting.page_alert.disable: "no" was found',
    ],
    [
      'objective: 99\nalerting: { name: "a{b" }',
      '6:17: slos[0].alerting.name: "a{b" was found',
    ],
  ])('refuses %j with its place', (slo, start) => {
    const found = problems(sloth(`${slo}\n${SLI}`));
    expect(found.map(each => each.slice(0, start.length))).toEqual([start]);
  });

  it.each([
    ['up', 'a query with {{.window}} as look-back'],
    ['rate(a[{{.window}}]) + {{.other}}', 'without templates other than'],
    [
      'rate(a[{{.window}}])) or vector(1',
      'an opening ( for the ) at character 21 of the query',
    ],
    [
      'sum(rate(a[{{.window}}])',
      'the end of the ( at character 4 of the query',
    ],
    [
      'rate(a{b="c}[{{.window}}])',
      'a closing " for the one at character 10 of the query',
    ],
    ['# rate(a[{{.window}}])', 'a PromQL expression of the query'],
    [`${'('.repeat(10_000)}{{.window}}`, 'at most 10000 characters'],
  ])('refuses the query %#', (query, expected) => {
    const [problem] = problems(
      sloth(
        `objective: 99\nsli: { raw: { error_ratio_query: ${JSON.stringify(
          query,
        )} } }`,
      ),
    );
    expect(problem).toMatch(/^6:19: slos\[0\]\.sli\.raw\.error_ratio_query: "/);
    expect(problem).toContain(expected);
  });

  it('leaves brackets in strings and comments alone', () => {
    const query =
      'sum(rate(a{b="(\\"[", c=\'{\', d=`)`}[{{ .window }}])) # ) it\'s fine';
    const [slo] = read(
      sloth(
        `objective: 99\nsli: { raw: { error_ratio_query: ${JSON.stringify(
          query,
        )} } }`,
      ),
    );
    expect(slo.queries).toEqual({ kind: 'error-ratio', ratio: query });
  });

  it('refuses two objectives with one id', () => {
    const source = `version: prometheus/v1
service: a-b
slos: [{ name: c, objective: 99, sli: &s { raw: { error_ratio_query: '${BAD}' } } }]
---
version: prometheus/v1
service: a
slos: [{ name: b-c, objective: 99, sli: { raw: { error_ratio_query: '${BAD}' } } }]
`;
    expect(problems(source)).toEqual([
      '7:10: slos[0].name: "b-c" was found, where another name (the id "a-b-c" is taken by an objective above) was expected.',
    ]);
  });

  it.each([
    ['plugin: { id: x }', 'slos[0].sli.plugin'],
    ['{}', 'slos[0].sli'],
    ['raw: {}', 'slos[0].sli.raw.error_ratio_query'],
    ['events: { error_query: a }', 'slos[0].sli.events.error_query'],
  ])('refuses the indicator %s', (sli, path) => {
    const [problem] = problems(
      sloth(`objective: 99\nsli: ${sli === '{}' ? sli : `{ ${sli} }`}`),
    );
    expect(problem).toContain(`: ${path}: `);
  });

  it.each([
    [
      `${RATIO}\ntimeWindow: [{ duration: 1M, isRolling: true }]\n${METHOD}\n${OBJECTIVES}`,
      'spec.timeWindow[0].duration: "1M" was found, where one rolling time window of 1 to 366 days',
    ],
    [
      `${RATIO}\ntimeWindow: [{ duration: 28d, isRolling: false }]\n${METHOD}\n${OBJECTIVES}`,
      'spec.timeWindow[0].isRolling: "false" was found',
    ],
    [
      `${RATIO}\n${WINDOW}\nbudgetingMethod: Timeslices\n${OBJECTIVES}`,
      'spec.budgetingMethod: "Timeslices" was found, where Occurrences',
    ],
    [
      `${RATIO}\n${WINDOW}\n${METHOD}\n${OBJECTIVES}\nalertPolicies: [mine]`,
      'spec.alertPolicies: a list was found, where no policy',
    ],
    [
      `${RATIO}\n${WINDOW}\n${METHOD}\nobjectives: [{ target: 0.99, op: lte, value: 3 }]`,
      'spec.objectives[0].op: the key "op" was found',
    ],
    [
      `${RATIO}\n${WINDOW}\n${METHOD}\nobjectives: [{ target: 1 }]`,
      'spec.objectives[0].target: "1" was found, where a ratio above 0 and below 1',
    ],
    [
      `indicatorRef: missing\n${WINDOW}\n${METHOD}\n${OBJECTIVES}`,
      'spec.indicatorRef: "missing" was found, where the name of a document of kind SLI',
    ],
    [
      `indicator: { spec: { thresholdMetric: {} } }\n${WINDOW}\n${METHOD}\n${OBJECTIVES}`,
      'spec.indicator.spec.thresholdMetric: a mapping was found, where "ratioMetric"',
    ],
    [
      `${RATIO.replace(
        'type: Prometheus',
        'type: Datadog',
      )}\n${WINDOW}\n${METHOD}\n${OBJECTIVES}`,
      'spec.indicator.spec.ratioMetric.good.metricSource.type: "Datadog" was found, where Prometheus',
    ],
    [
      `${RATIO.replace(
        'type: Prometheus',
        'metricSourceRef: gone',
      )}\n${WINDOW}\n${METHOD}\n${OBJECTIVES}`,
      'spec.indicator.spec.ratioMetric.good.metricSource.type: nothing was found',
    ],
  ])('refuses OpenSLO that cannot become rules %#', (spec, start) => {
    const [problem] = problems(openSlo(spec));
    expect(problem.replace(/^\d+:\d+: /, '').slice(0, start.length)).toBe(
      start,
    );
  });

  it('refuses two OpenSLO documents of one kind and name', () => {
    const sli =
      'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\n---\n';
    expect(
      problems(
        openSlo(`${RATIO}\n${WINDOW}\n${METHOD}\n${OBJECTIVES}`, sli + sli),
      ),
    ).toEqual([
      '7:13: metadata.name: "a" was found, where another name than that of a document of this kind above was expected.',
    ]);
  });

  it('gives all problems of a file, and not more than anybody reads', () => {
    const slo = '{ name: "", objective: 100, sli: {} }';
    expect(
      problems(
        `version: prometheus/v1\nservice: ""\nslos: [${Array(99)
          .fill(slo)
          .join(', ')}]`,
      ),
    ).toHaveLength(50);
  });

  it.each([0, 367, 1.5, Number.NaN])(
    'refuses a window of %d days',
    windowDays => {
      expect(() => readSloFile('', { windowDays })).toThrow(
        `The window "${windowDays}" is not a whole number of days from 1 to 366.`,
      );
    },
  );

  it('takes aliases that grow without end for what they are', () => {
    const bomb = `version: prometheus/v1\na: &a [x]\n${[...'bcdefghi']
      .map((name, index) => {
        const before = 'abcdefghi'[index];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      })
      .join('\n')}\n`;
    expect(problems(bomb)).toEqual([
      '1:1: text with the fault "Excessive alias count indicates a resource exhaustion attack" was found, where usable YAML was expected.',
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map(json => sloth(`objective: 99\nsli: ${json}`)),
          fc.json().map(json => openSlo(`indicator: ${json}\n${WINDOW}`)),
        ),
        source => {
          expect(typeof readSloFile(source).ok).toBe('boolean');
        },
      ),
    );
  });
});

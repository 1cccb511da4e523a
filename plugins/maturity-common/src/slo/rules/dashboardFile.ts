import { InputError } from '@backstage/errors';
import { LOOK_BACKS, alertRules } from '../alerts';
import { sloDashboardUid } from './dashboardUid';
import {
  grid,
  row,
  stat,
  timeSeries,
  type Panel,
  type Target,
} from './dashboardPanels';
import { identityLabels, matchers, series } from './selector';
import type { SloDefinition } from './types';
import { windowName } from './windowName';

/**
 * A panel of the service that no SLO file can know, such as saturation.
 *
 * @public
 */
export interface SloDashboardSignal {
  title: string;
  /** PromQL; `$__rate_interval` is filled in by Grafana. */
  query: string;
  /** Unit of Grafana, e.g. `s`, `percentunit` or `reqps`. */
  unit: string;
  /** Legend, e.g. `{{pod}}`; without it the labels are shown. */
  legend?: string;
}

/**
 * What a dashboard shows besides the objectives.
 *
 * @public
 */
export interface SloDashboardOptions {
  /** Panels of a row above the objectives. */
  signals?: readonly SloDashboardSignal[];
}

const RED_BELOW_ZERO = [
  { color: 'red', value: null },
  // The bands of a budget: at risk, to be watched, healthy.
  { color: 'orange', value: 0 },
  { color: 'yellow', value: 0.25 },
  { color: 'green', value: 0.5 },
];

function bounds(slo: SloDefinition) {
  return [
    { color: 'red', value: null },
    { color: 'green', value: slo.objectivePpm / 1_000_000 },
  ];
}

function overview(slo: SloDefinition): Panel[] {
  const window = windowName(slo.windowDays);
  const ratio = series(`slo:sli_error:ratio_rate${window}`, slo);
  const firing = matchers(
    new Map([['alertstate', 'firing'], ...identityLabels(slo)]),
  );
  return [
    stat({
      title: `Budget left of ${window}`,
      description: slo.description,
      unit: 'percentunit',
      expr: `min(${series('slo:period_error_budget_remaining:ratio', slo)})`,
      steps: RED_BELOW_ZERO,
    }),
    stat({
      title: `Good events in ${window}`,
      description: `The objective is ${slo.objective}%.`,
      unit: 'percentunit',
      expr: `1 - max(${ratio})`,
      steps: bounds(slo),
    }),
    stat({
      title: 'Burn rate now',
      description: 'At 1 the budget is spent exactly by the end of its window.',
      unit: 'short',
      expr: `max(${series('slo:current_burn_rate:ratio', slo)})`,
      steps: [
        { color: 'green', value: null },
        { color: 'yellow', value: 1 },
        ...alertRules(slo)
          .slice(0, 1)
          .map(({ factor }) => ({ color: 'red', value: Math.max(factor, 1) })),
      ],
    }),
    stat({
      title: 'Alerts firing',
      description: '',
      unit: 'short',
      expr: `count(ALERTS${firing}) or vector(0)`,
      steps: [
        { color: 'green', value: null },
        { color: 'red', value: 1 },
      ],
    }),
  ];
}

function courses(slo: SloDefinition): Panel[] {
  const target = (expr: string, legend: string): Target => ({ expr, legend });
  const counted = slo.queries.kind !== 'error-ratio';
  return [
    timeSeries({
      title: 'Budget left',
      description:
        'It falls with every bad event and rises as old ones leave the window.',
      unit: 'percentunit',
      targets: [
        target(
          `min(${series('slo:period_error_budget_remaining:ratio', slo)})`,
          'budget left',
        ),
      ],
    }),
    timeSeries({
      title: 'Errors by look-back',
      description: `The budget allows ${
        (1_000_000 - slo.objectivePpm) / 10_000
      }% errors.`,
      unit: 'percentunit',
      targets: [
        ...LOOK_BACKS.map(lookBack =>
          target(
            `max(${series(`slo:sli_error:ratio_rate${lookBack}`, slo)})`,
            lookBack,
          ),
        ),
        target(`max(${series('slo:error_budget:ratio', slo)})`, 'budget'),
      ],
    }),
    ...(counted
      ? [
          timeSeries({
            title: 'Events',
            description: 'As the queries of the objective count them.',
            unit: 'short',
            targets: [
              target(
                `sum(${series('slo:sli_total_events:rate5m', slo)})`,
                'all',
              ),
              target(
                `sum(${series('slo:sli_error_events:rate5m', slo)})`,
                'bad',
              ),
            ],
          }),
        ]
      : []),
  ];
}

function signals(options: SloDashboardOptions): Panel[] {
  const { signals: given = [] } = options;
  return given.length === 0
    ? []
    : [
        row('Signals'),
        ...given.map(({ title, query, unit, legend }) =>
          timeSeries({
            title,
            description: '',
            unit,
            targets: [{ expr: query, legend: legend ?? '__auto' }],
          }),
        ),
      ];
}

function serviceOf(slos: readonly SloDefinition[]): string {
  const [service, ...others] = new Set(slos.map(slo => slo.service));
  if (service === undefined || others.length > 0) {
    throw new InputError(
      `A dashboard is for one service; objectives of ${
        [service, ...others]
          .filter(each => each !== undefined)
          .map(each => `"${each}"`)
          .join(', ') || 'none'
      } were given.`,
    );
  }
  return service;
}

/**
 * A Grafana dashboard for the objectives of one service, as JSON: for each its budget, burn rate, firing
 * alerts, errors and events. It reads recorded series only, so that every service looks the same.
 *
 * @throws InputError when the objectives are not of exactly one service
 * @public
 */
export function renderSloDashboard(
  slos: readonly SloDefinition[],
  options: SloDashboardOptions = {},
): string {
  const service = serviceOf(slos);
  const dashboard = {
    uid: sloDashboardUid(service),
    title: `${service}: service levels`,
    description: 'Generated from an SLO file by "maturity slo dashboard".',
    tags: ['slo'],
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    timezone: '',
    refresh: '1m',
    time: { from: 'now-7d', to: 'now' },
    templating: {
      list: [
        {
          name: 'datasource',
          label: 'Data source',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          refresh: 1,
          current: {},
          options: [],
        },
      ],
    },
    annotations: { list: [] },
    links: [],
    panels: grid([
      ...signals(options),
      ...slos.flatMap(slo => [
        row(
          `${slo.name}: ${slo.objective}% over ${windowName(slo.windowDays)}`,
        ),
        ...overview(slo),
        ...courses(slo),
      ]),
    ]),
  };
  return `${JSON.stringify(dashboard, undefined, 2)}\n`;
}

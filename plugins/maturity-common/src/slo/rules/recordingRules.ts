import { LOOK_BACKS } from '../alerts';
import { errorBudget } from '../budget';
import { badEvents, errorRatio, joined, totalEvents } from './indicatorQuery';
import { identityLabels, series } from './selector';
import type { SloDefinition } from './types';
import { windowName } from './windowName';

/**
 * A recording rule of Prometheus.
 *
 * @public
 */
export interface SloRecordingRule {
  record: string;
  expr: string;
  labels: ReadonlyMap<string, string>;
}

/**
 * How the error ratio over a whole window came about: weighted by events, by time, or as a query of
 * the author gives it. The first two can differ a hundredfold.
 *
 * @public
 */
export type SloWeighting = 'events' | 'time' | 'query';

const JOIN = 'on(sloth_id, sloth_slo, sloth_service) group_left';
const BAD_EVENTS = 'slo:sli_error_events:rate5m';
const ALL_EVENTS = 'slo:sli_total_events:rate5m';

function ratioRecord(window: string): string {
  return `slo:sli_error:ratio_rate${window}`;
}

function isLookBack(window: string): boolean {
  return LOOK_BACKS.some(lookBack => lookBack === window);
}

/**
 * How the error ratio over the window of an objective is weighted.
 *
 * @public
 */
export function sloWeighting(slo: SloDefinition): SloWeighting {
  if (slo.queries.kind !== 'error-ratio') {
    return 'events';
  }
  return isLookBack(windowName(slo.windowDays)) ? 'query' : 'time';
}

/** Rates of events, whose sums over the window weigh each event alike. */
function eventRates(slo: SloDefinition): SloRecordingRule[] {
  const { queries } = slo;
  if (queries.kind === 'error-ratio') {
    return [];
  }
  const labels = labelsOf(slo, new Map([['sloth_window', '5m']]));
  const total = totalEvents(queries, '5m');
  return [
    {
      record: BAD_EVENTS,
      // A NaN would poison every sum that it is in, and is above nothing.
      expr: joined(badEvents(queries, '5m'), '> -Inf and', total),
      labels,
    },
    { record: ALL_EVENTS, expr: total, labels },
  ];
}

function windowRatio(slo: SloDefinition, window: string): string {
  if (slo.queries.kind === 'error-ratio') {
    return `avg_over_time(${series(ratioRecord('5m'), slo)}[${window}])`;
  }
  const sum = (record: string) =>
    `sum_over_time(${series(record, slo)}[${window}])`;
  return `${sum(BAD_EVENTS)}\n/\n${sum(ALL_EVENTS)}`;
}

function ratios(slo: SloDefinition): SloRecordingRule[] {
  const rule = (window: string, expr: string): SloRecordingRule => ({
    record: ratioRecord(window),
    expr,
    labels: labelsOf(slo, new Map([['sloth_window', window]])),
  });
  const period = windowName(slo.windowDays);
  return [
    ...LOOK_BACKS.map(window => rule(window, errorRatio(slo.queries, window))),
    // A window that is a look-back too is recorded already, from the queries themselves.
    ...(isLookBack(period) ? [] : [rule(period, windowRatio(slo, period))]),
  ];
}

function metadata(slo: SloDefinition): SloRecordingRule[] {
  const labels = labelsOf(slo);
  const { ppm, ratio } = errorBudget(slo);
  const burn = (window: string) =>
    `${series(ratioRecord(window), slo)}\n/ ${JOIN}\n${series(
      'slo:error_budget:ratio',
      slo,
    )}`;
  const rule = (record: string, expr: string) => ({ record, expr, labels });
  return [
    rule('slo:objective:ratio', `vector(${(1_000_000 - ppm) / 1_000_000})`),
    rule('slo:error_budget:ratio', `vector(${ratio})`),
    rule('slo:time_period:days', `vector(${slo.windowDays})`),
    rule('slo:current_burn_rate:ratio', burn('5m')),
    rule('slo:period_burn_rate:ratio', burn(windowName(slo.windowDays))),
    rule(
      'slo:period_error_budget_remaining:ratio',
      `1 - ${series('slo:period_burn_rate:ratio', slo)}`,
    ),
    {
      record: 'sloth_slo_info',
      expr: 'vector(1)',
      labels: labelsOf(
        slo,
        new Map([
          ['sloth_mode', 'maturity'],
          ['sloth_objective', slo.objective],
          ['sloth_spec', slo.format],
          ['maturity_weighting', sloWeighting(slo)],
        ]),
      ),
    },
  ];
}

function labelsOf(
  slo: SloDefinition,
  more: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  return new Map([...slo.labels, ...identityLabels(slo), ...more]);
}

/**
 * The recording rules of an objective, in the order of evaluation: rates of events, error ratios over
 * every look-back and over the window, then objective, budget, burn rates and what is left. Without
 * traffic a ratio is absent, never NaN and never zero.
 *
 * @public
 */
export function sloRecordingRules(slo: SloDefinition): SloRecordingRule[] {
  return [...eventRates(slo), ...ratios(slo), ...metadata(slo)];
}

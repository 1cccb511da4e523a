import type { AlertSeverity } from '../../alerts';
import { sloAlertingRules } from '../alertingRules';
import { identityLabels, matchers, series } from '../selector';
import type { SloDefinition } from '../types';
import type { InputSeries } from './counterValues';

/** A query that a rule test asks at a minute, and the one number it expects. */
export interface Expectation {
  minute: number;
  expr: string;
  value: number;
}

/** One test of promtool. */
export interface Scenario {
  name: string;
  /** Minutes from one sample to the next; 1 without it. */
  interval?: number;
  input: readonly InputSeries[];
  expectations: readonly Expectation[];
}

/** Whether the rules of an objective have an alert of a severity. */
export function hasAlert(slo: SloDefinition, severity: AlertSeverity): boolean {
  return sloAlertingRules(slo).some(
    ({ labels }) => labels.get('sloth_severity') === severity,
  );
}

/** The alert of a severity fires at a minute, or it does not. */
export function alertAt(
  slo: SloDefinition,
  alert: { severity: AlertSeverity; minute: number; fires: boolean },
): Expectation {
  const labels = matchers(
    new Map([
      ['alertname', slo.alertName],
      ['alertstate', 'firing'],
      ...identityLabels(slo),
      ['sloth_severity', alert.severity],
    ]),
  );
  return {
    minute: alert.minute,
    expr: `count(ALERTS${labels}) or vector(0)`,
    value: alert.fires ? 1 : 0,
  };
}

/** Neither alert fires at a minute. */
export function silentAt(slo: SloDefinition, minute: number): Expectation[] {
  return [
    alertAt(slo, { severity: 'page', minute, fires: false }),
    alertAt(slo, { severity: 'ticket', minute, fires: false }),
  ];
}

/** A recorded series is there and above or below a number: sums of floating point are never compared for equality. */
export function recorded(
  slo: SloDefinition,
  what: {
    record: string;
    is: '>' | '<';
    than: number;
    minute: number;
  },
): Expectation {
  return {
    minute: what.minute,
    expr: `max(${series(what.record, slo)}) ${what.is} bool ${what.than}`,
    value: 1,
  };
}

/** A recorded series is not there: neither zero nor NaN. */
export function absentAt(
  slo: SloDefinition,
  record: string,
  minute: number,
): Expectation {
  return {
    minute,
    expr: `count(${series(record, slo)}) or vector(0)`,
    value: 0,
  };
}

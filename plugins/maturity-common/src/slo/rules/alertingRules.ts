import { alertRules, type AlertRule, type AlertSeverity } from '../alerts';
import { literalAlertText } from './alertText';
import { linkTo, type SloLinks } from './links';
import { identityLabels, series } from './selector';
import type { SloDefinition } from './types';
import { windowName } from './windowName';

/**
 * An alerting rule of Prometheus.
 *
 * @public
 */
export interface SloAlertingRule {
  alert: string;
  expr: string;
  labels: ReadonlyMap<string, string>;
  annotations: ReadonlyMap<string, string>;
  /** The window pairs of the expression. */
  pairs: readonly AlertRule[];
}

const SEVERITIES: readonly AlertSeverity[] = ['page', 'ticket'];

function condition(slo: SloDefinition, pair: AlertRule): string {
  const above = (window: string) =>
    `max(${series(`slo:sli_error:ratio_rate${window}`, slo)} > ${
      pair.threshold
    }) without (sloth_window)`;
  return `(\n  ${above(pair.short)}\n  and\n  ${above(pair.long)}\n)`;
}

/** Four significant digits are enough to read. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Why an alert fires, pair by pair. */
function describe(pair: AlertRule, slo: SloDefinition): string {
  return `errors above ${short(pair.threshold * 100)}% over ${pair.short} and ${
    pair.long
  } (burn rate above ${short(pair.factor)}: ${
    pair.sharePercent
  }% of the budget of ${windowName(slo.windowDays)} in ${pair.long})`;
}

function annotations(
  slo: SloDefinition,
  alert: {
    severity: AlertSeverity;
    pairs: readonly AlertRule[];
    links: SloLinks;
  },
): ReadonlyMap<string, string> {
  const { severity, pairs, links } = alert;
  const runbook = linkTo('runbook', slo, links);
  const dashboard = linkTo('dashboard', slo, links);
  return new Map([
    [
      'summary',
      severity === 'page'
        ? `${slo.service} ${slo.name}: the error budget is burning too fast`
        : `${slo.service} ${slo.name}: the error budget is leaking`,
    ],
    [
      'description',
      `Objective ${slo.objective}% over ${windowName(slo.windowDays)}: ${pairs
        .map(pair => describe(pair, slo))
        .join(', or ')}.`,
    ],
    ...(runbook ? [['runbook_url', literalAlertText(runbook)] as const] : []),
    ...(dashboard
      ? [['dashboard_url', literalAlertText(dashboard)] as const]
      : []),
    // What the file says wins.
    ...slo[severity].annotations,
  ]);
}

/**
 * The multi-window, multi-burn-rate alerts of an objective: a page and a ticket. Pairs that even a
 * total outage would not fire are left out, and so is an alert without pairs.
 *
 * @public
 */
export function sloAlertingRules(
  slo: SloDefinition,
  links: SloLinks = {},
): SloAlertingRule[] {
  const all = alertRules(slo);
  return SEVERITIES.flatMap(severity => {
    const pairs = all.filter(
      pair => pair.severity === severity && pair.canFire,
    );
    if (!slo[severity].enabled || pairs.length === 0) {
      return [];
    }
    return {
      alert: slo.alertName,
      expr: pairs.map(pair => condition(slo, pair)).join('\nor\n'),
      labels: new Map([
        ['severity', severity],
        ...slo[severity].labels,
        // The expression has these anyway; here they tell alerts of one name apart.
        ...identityLabels(slo),
        ['sloth_severity', severity],
      ]),
      annotations: annotations(slo, { severity, pairs, links }),
      pairs,
    };
  });
}

import { isNode } from 'yaml';
import {
  groupNames,
  newDocument,
  renderYaml,
  type GeneratedSloFile,
} from './ruleFile';
import { sloAlertingRules } from './alertingRules';
import { eventScenarios } from './scenarios/eventScenarios';
import { eventSeries } from './scenarios/eventSeries';
import type { Scenario } from './scenarios/expectations';
import { STEP } from './scenarios/pace';
import { recordedScenarios } from './scenarios/recordedScenarios';
import type { SloDefinition } from './types';

/**
 * Where the tests find the rules.
 *
 * @public
 */
export interface SloRuleTestOptions {
  /** Path of the rule file, relative to the test file. */
  rulesFile: string;
}

function testOf({ name, interval = 1, input, expectations }: Scenario) {
  return {
    name,
    interval: `${interval}m`,
    input_series: input.map(({ series, values }) => ({ series, values })),
    promql_expr_test: expectations.map(({ minute, expr, value }) => ({
      expr,
      eval_time: `${minute}m`,
      exp_samples: [{ labels: '{}', value }],
    })),
  };
}

function groupsWithRules(slo: SloDefinition): string[] {
  const [recordings, alerts] = groupNames(slo);
  return sloAlertingRules(slo).length === 0
    ? [recordings]
    : [recordings, alerts];
}

/**
 * Unit tests, in the format of `promtool test rules`, of the rules that `renderSloRules` gives for the
 * same objectives: an outage pages, a blip does not, a slow leak makes a ticket, no traffic is silent,
 * a service that never failed is healthy, and the budget counts events. Where the queries are no sums
 * of rates of counters, only the alerts are tested, on recorded ratios, and a note says so.
 *
 * @public
 */
export function renderSloRuleTests(
  slos: readonly SloDefinition[],
  options: SloRuleTestOptions,
): GeneratedSloFile {
  const tests: { first: boolean; scenario: Scenario; slo: SloDefinition }[] =
    [];
  const notes: string[] = [];
  for (const slo of slos) {
    const series = eventSeries(slo.queries);
    const scenarios = series
      ? eventScenarios(slo, series)
      : recordedScenarios(slo);
    tests.push(
      ...scenarios.map((scenario, index) => ({
        first: index === 0,
        scenario,
        slo,
      })),
    );
    if (!series) {
      notes.push(
        `"${slo.id}": its queries are no sums of rates of counters, so that the tests feed recorded error ratios and try the alerts only.`,
      );
    }
  }
  const document = newDocument({
    rule_files: [options.rulesFile],
    evaluation_interval: `${STEP}m`,
    group_eval_order: slos.flatMap(groupsWithRules),
    tests: tests.map(({ scenario }) => testOf(scenario)),
  });
  for (const [index, { first }] of tests.entries()) {
    const node: unknown = document.getIn(['tests', index], true);
    if (isNode(node)) {
      node.spaceBefore = first && index > 0;
    }
  }
  return {
    text: renderYaml(
      document,
      ' Generated from an SLO file by "maturity slo tests". Change the SLO file, not this one.',
    ),
    notes,
  };
}

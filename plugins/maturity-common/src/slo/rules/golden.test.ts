/* eslint jest/no-standalone-expect: ["error", { "additionalTestBlockFunctions": ["itWithPromtool", "itWithPromtool.each"] }] */
import { renderSloDashboard } from './dashboardFile';
import { renderSloRules } from './ruleFile';
import { renderSloRuleTests } from './ruleTestFile';
import { itWithPromtool, promtool } from './testing/promtool';
import { readFixture, slosOf } from './testing/slos';

jest.setTimeout(300_000);

// After a wanted change, write the files anew with the commands of docs/slo-rules.md and read the difference.
describe.each([
  ['checkout', 'fixtures/checkout.sloth.yaml'],
  ['ledger', 'fixtures/ledger.openslo.yaml'],
])('what is generated for %s', (name, file) => {
  const slos = slosOf(readFixture(file));
  const golden = {
    rules: `${name}.rules.yaml`,
    tests: `${name}.tests.yaml`,
    dashboard: `${name}.dashboard.json`,
  };
  const { text: rules, notes } = renderSloRules(slos, {
    runbookUrl: `https://runbooks.example.com/${name}`,
    grafanaUrl: 'https://grafana.example.com',
  });
  const tests = renderSloRuleTests(slos, { rulesFile: golden.rules });

  it('is the golden rules', () => {
    expect(rules).toBe(readFixture(`golden/${golden.rules}`));
  });

  it('is the golden rule tests', () => {
    expect(tests.text).toBe(readFixture(`golden/${golden.tests}`));
  });

  it('is the golden dashboard', () => {
    expect(renderSloDashboard(slos)).toBe(
      readFixture(`golden/${golden.dashboard}`),
    );
  });

  it('has a note on what is not as people may expect', () => {
    expect([...notes, ...tests.notes]).toEqual(
      name === 'ledger'
        ? []
        : [
            '"checkout-orders-correct" (90% over 30d): the ratio over its window is weighted by time and not by events, because its query gives a finished ratio.',
            '"checkout-orders-correct": its queries are no sums of rates of counters, so that the tests feed recorded error ratios and try the alerts only.',
          ],
    );
  });

  itWithPromtool('passes promtool check rules', () => {
    const { status, output } = promtool(['check', 'rules', golden.rules], {
      [golden.rules]: rules,
    });
    expect(output).toMatch(/SUCCESS: \d+ rules found/);
    // Duplicate rules are a warning only.
    expect(output).not.toMatch(/duplicate|FAILED/i);
    expect(status).toBe(0);
  });

  itWithPromtool('passes its own promtool test rules', () => {
    expect(
      promtool(['test', 'rules', golden.tests], {
        [golden.rules]: rules,
        [golden.tests]: tests.text,
      }),
    ).toEqual({
      status: 0,
      output: `Unit Testing:  ${golden.tests}\n  SUCCESS\n\n`,
    });
  });
});

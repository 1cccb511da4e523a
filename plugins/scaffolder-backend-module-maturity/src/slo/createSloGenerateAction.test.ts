import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { exampleInput } from '../__testUtils__/exampleInput';
import { createSloGenerateAction } from './createSloGenerateAction';
import { sloGenerateExamples } from './sloGenerateExamples';

const SLO = `version: prometheus/v1
service: checkout
slos:
  - name: requests-availability
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(http_requests_total{service="checkout",code=~"5.."}[{{.window}}]))
        total_query: sum(rate(http_requests_total{service="checkout"}[{{.window}}]))
    alerting:
      name: RequestsFail
`;

describe('maturity:slo:generate', () => {
  const workspace = createMockDirectory();
  const action = createSloGenerateAction();

  beforeEach(() => workspace.setContent({ 'slo.yaml': SLO }));

  async function run(input: Record<string, string | boolean | undefined>) {
    const context = {
      ...createMockActionContext({ input, workspacePath: workspace.path }),
      output: jest.fn(),
    };
    await action.handler(context);
    return Object.fromEntries(context.output.mock.calls);
  }

  const read = (file: string) =>
    readFileSync(path.join(workspace.path, file), 'utf8');

  it.each(sloGenerateExamples.map(example => [example.description, example]))(
    'runs its example: %s',
    async (_, example) => {
      const { files } = await run(exampleInput(example));
      expect(files).toHaveLength(3);
      const [rules, tests, dashboard] = files;
      expect(parse(read(rules)).groups[0].name).toBe(
        'slo-recordings-checkout-requests-availability',
      );
      const [ruleFile] = parse(read(tests)).rule_files;
      expect(path.join(path.dirname(tests), ruleFile)).toBe(path.join(rules));
      expect(JSON.parse(read(dashboard)).panels.length).toBeGreaterThan(3);
    },
  );

  it('links alerts to the runbook', async () => {
    await run({ runbookUrl: 'https://runbooks.acme.test/checkout' });
    expect(read('deploy/chart/rules/alerts.yaml')).toContain(
      'runbook_url: https://runbooks.acme.test/checkout#requests-availability',
    );
  });

  it.each([
    ...['100', '0', '-1', '99.99999', 'high', '"99,9"', '~', '[99]'].map(
      (objective): [string, string, object, RegExp] => [
        `the objective ${objective}`,
        SLO.replace('99.9', objective),
        {},
        /slo\.yaml:5:\d+: slos\[0\]\.objective: .* expected/,
      ],
    ),
    ['tabs', SLO.replace('    objective', '\tobjective'), {}, /slo\.yaml:5:/],
    [
      'a key that stands twice',
      SLO.replace('service:', 'version: prometheus/v1\nservice:'),
      {},
      /slo\.yaml:2:.*unique/,
    ],
    ['nothing', '', {}, /no SLO document/],
    [
      'no SLO file',
      SLO,
      { file: './other.yaml' },
      /There is no file "\.\/other\.yaml"/,
    ],
    ['a place outside', SLO, { dashboard: '../outside.json' }, /not allowed/],
    [
      'a link that is none',
      SLO,
      { runbookUrl: 'runbook' },
      /"runbook" is not a URL/,
    ],
  ])('refuses %s and writes nothing', async (_, text, input, words) => {
    workspace.setContent({ 'slo.yaml': text });
    await expect(run(input)).rejects.toThrow(words);
    expect(existsSync(path.join(workspace.path, 'deploy'))).toBe(false);
  });
});

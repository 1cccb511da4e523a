import { treeOf } from './inMemoryTree.fixture';
import { observe } from './observe';

const seen = async (files: Record<string, string>) =>
  (await observe(treeOf(files))).seen;
const problems = async (files: Record<string, string>) =>
  (await observe(treeOf(files))).problems;

const RULES = `groups:
  - name: a
    rules:
      - record: a:b
        expr: sum(a)
      - alert: Down
        expr: up == 0
      - alert: Burn
        expr: e:ratio_rate5m > 0.1 and e:ratio_rate1h > 0.1
`;
const SLOTH = `version: prometheus/v1
service: checkout
slos:
  - name: requests-availability
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(http_requests_total{code=~"5.."}[{{.window}}]))
        total_query: sum(rate(http_requests_total[{{.window}}]))
    alerting:
      name: A
`;

describe('observe', () => {
  it('takes no template for broken YAML', async () => {
    const pod = 'kind: Pod\nspec:\n  {{- if .Values.on }}\n  a: 1\n';
    expect(
      await problems({
        'layer/deploy/Chart.yaml.njk': 'name: ${{ values.name }}',
        'layer/deploy/templates/pod.yaml': pod,
        'deploy/broken.yaml': 'a: [\n',
      }),
    ).toEqual([
      {
        source: 'deploy/broken.yaml',
        message: expect.stringMatching(/^YAML was expected: /),
      },
    ]);
  });

  it('sees nothing in an empty tree', async () => {
    expect(await observe(treeOf({}))).toEqual({
      complete: true,
      paths: [],
      seen: {},
      testFiles: [],
      sloSpecs: [],
      apiDocuments: [],
      problems: [],
    });
  });

  it('sees a git work tree', async () => {
    const { seen: found } = await observe(
      treeOf({}, { remote: 'https://git.test/a.git' }),
    );
    expect(found).toEqual({
      'source-linked': [{ source: '.git', value: 'https://git.test/a.git' }],
    });
  });

  it.each([
    ['main.tf', 'resource "a" "b" {\n}', 'terraform'],
    ['chart/Chart.yaml', 'name: a\nversion: 1.0.0', 'helm'],
    ['k8s/kustomization.yaml', 'resources: [a.yaml]', 'kustomize'],
    ['Pulumi.yaml', 'name: a\nruntime: nodejs', 'pulumi'],
    ['cdk.json', '{"app": "node a.js"}', 'cdk'],
    ['main.tf.json', '{"resource": {"a": {"b": {}}}}', 'terraform'],
    ['main.tofu', 'module "a" {\n}', 'terraform'],
    ['k8s/Kustomization', 'resources: [a.yaml]', 'kustomize'],
  ])('sees infrastructure as code in %s', async (path, text, value) => {
    expect((await seen({ [path]: text }))['infrastructure-as-code']).toEqual([
      { source: path, value },
    ]);
  });

  it.each([
    ['main.tf', '# resource "a" "b" {}'],
    ['Chart.yaml', '[]'],
    ['kustomization.yaml', ''],
    ['cdk.json', 'app'],
    ['main.tf.json', '{"a": 1}'],
  ])('tells that %s is not what its name says', async (path, text) => {
    expect(
      (await seen({ [path]: text }))['infrastructure-as-code'],
    ).toBeUndefined();
    expect((await problems({ [path]: text }))[0].source).toBe(path);
  });

  it.each([
    [
      '.github/dependabot.yml',
      'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /',
      'dependabot: npm',
    ],
    ['renovate.json', '{"extends": ["config:base"]}', 'renovate'],
    ['package.json', '{"renovate": {"extends": ["a"]}}', 'renovate'],
    ['.renovaterc', '{ // why\n extends: ["a"], }', 'renovate'],
  ])('sees dependency updates by %s', async (path, text, value) => {
    expect(
      (await seen({ [path]: text }))['dependency-updates']?.[0].value,
    ).toBe(value);
  });

  it.each([
    ['.github/dependabot.yml', 'version: 2\nupdates: []'],
    ['.github/dependabot.yml', '# version: 2'],
    ['renovate.json', '{"enabled": false}'],
    ['renovate.json', 'extends'],
    ['docs/renovate.json', '{}'],
    ['package.json', '{"renovate": {"enabled": false}}'],
    ['package.json', '{"name": "renovate"}'],
  ])('sees none by %s with %j', async (path, text) => {
    expect(
      (await seen({ [path]: text }))['dependency-updates'],
    ).toBeUndefined();
  });

  it('sees alerts and burn-rate alerts with their lines', async () => {
    const found = await seen({ 'monitoring/rules.yaml': RULES });
    expect(found['alerting-linked']).toEqual([
      { source: 'monitoring/rules.yaml:6', value: 'alert Down' },
      { source: 'monitoring/rules.yaml:8', value: 'alert Burn' },
    ]);
    expect(found['burn-rate-alerts']).toEqual([
      { source: 'monitoring/rules.yaml:8', value: 'Burn over 5m and 1h' },
    ]);
  });

  it('sees alerts of a PrometheusRule', async () => {
    const text = `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n${RULES.replace(
      /^/gm,
      '  ',
    )}`;
    expect(
      (await seen({ 'k8s/rules.yaml': text }))['alerting-linked'],
    ).toHaveLength(2);
  });

  it.each([
    [
      'records only',
      'groups:\n  - name: a\n    rules:\n      - record: a:b\n        expr: sum(a)\n',
    ],
    [
      'an alert without expression',
      'groups:\n  - name: a\n    rules:\n      - alert: A\n',
    ],
    [
      'a commented alert',
      'groups:\n  - name: a\n    rules:\n      - record: a\n        expr: b\n#     - alert: A\n#       expr: up\n',
    ],
    [
      'groups of something else',
      'groups:\n  - name: a\n    members: [{alert: A, expr: b}]\n',
    ],
  ])('sees no alerts in %s', async (_, text) => {
    expect(
      (await seen({ 'rules.yaml': text }))['alerting-linked'],
    ).toBeUndefined();
  });

  it('sees objectives and indicators of an SLO file', async () => {
    const facts = await observe(treeOf({ 'slo.yaml': SLOTH }));
    expect(facts.problems).toEqual([]);
    expect(facts.seen['slo-defined']).toEqual([
      { source: 'slo.yaml', value: 'requests-availability 99.9% over 30d' },
    ]);
    expect(facts.seen['sli-defined']).toHaveLength(1);
    expect(facts.sloSpecs[0].source).toBe('slo.yaml');
    expect(facts.sloSpecs[0].spec.service).toBe('checkout');
  });

  it.each([
    ['an objective of 100', SLOTH.replace('99.9', '100')],
    ['another version', SLOTH.replace('prometheus/v1', 'prometheus/v9')],
    ['no version', 'a: 1'],
  ])('tells an SLO file with %s', async (_, text) => {
    expect((await seen({ 'slo.yaml': text }))['slo-defined']).toBeUndefined();
    expect(await problems({ 'slo.yaml': text })).toHaveLength(1);
  });

  it('sees a dashboard and its golden signals', async () => {
    const board = (...titles: string[]) =>
      JSON.stringify({
        title: 'Checkout',
        panels: titles.map(title => ({
          type: 'stat',
          title,
          targets: [{ expr: 'a' }],
        })),
      });
    const all = await seen({
      'dashboards/a.json': board('Latency', 'Traffic', 'Errors', 'Saturation'),
    });
    expect(all['monitoring-dashboard']).toEqual([
      { source: 'dashboards/a.json', value: 'Checkout' },
    ]);
    expect(all['golden-signals']).toHaveLength(1);
    const elsewhere = await seen({ 'monitoring/a.json': board('Latency') });
    expect(elsewhere['monitoring-dashboard']).toHaveLength(1);
    const three = await seen({
      'dashboards/a.json': board('Latency', 'Traffic', 'Errors'),
    });
    expect(three['golden-signals']).toBeUndefined();
    expect(await problems({ 'dashboards/a.json': 'no' })).toHaveLength(1);
    expect(await problems({ 'ops/a.json': 'no' })).toEqual([]);
  });

  it.each([
    [
      'docs/runbook.md',
      'runbook-linked',
      '# Runbook\n\n1. Look at the dashboard.',
    ],
    ['runbooks/down.md', 'runbook-linked', '```\nkubectl get pods\n```'],
    [
      'docs/error-budget-policy.md',
      'error-budget-policy',
      'We pause releases.',
    ],
    ['docs/getting-started.md', 'onboarding-guide', 'Install Node.'],
    [
      '.devcontainer/devcontainer.json',
      'onboarding-guide',
      '{ "image": "a", // why\n}',
    ],
  ])('sees the page %s', async (path, check, text) => {
    expect((await seen({ [path]: text }))[check]).toHaveLength(1);
  });

  it.each([
    ['docs/runbook.md', 'runbook-linked', '1. TODO'],
    ['docs/runbook.md', 'runbook-linked', '# Runbook\n\nCall somebody.'],
    ['docs/error-budget-policy.md', 'error-budget-policy', '# Policy\n\nTBD'],
    ['docs/error-budget-policy.md', 'error-budget-policy', '# Policy\n'],
    ['.devcontainer/devcontainer.json', 'onboarding-guide', ''],
  ])('tells that nobody wrote %s (%s) with %j', async (path, check, text) => {
    expect((await seen({ [path]: text }))[check]).toBeUndefined();
    expect(await problems({ [path]: text })).toHaveLength(1);
  });

  it('sees documentation only with its first page', async () => {
    const mkdocs =
      'site_name: A\nmarkdown_extensions:\n  - emoji: {x: !!python/name:a.b }\n';
    expect(
      (await seen({ 'mkdocs.yml': mkdocs, 'docs/index.md': '' }))[
        'docs-published'
      ],
    ).toHaveLength(1);
    expect(
      (await seen({ 'mkdocs.yml': mkdocs }))['docs-published'],
    ).toBeUndefined();
    expect(
      (await seen({ 'docs/index.md': '' }))['docs-published'],
    ).toBeUndefined();
  });

  it.each([
    [{ 'go.mod': '', 'package.json': '{}' }, 'go.mod', 'go'],
    [{ 'web/go.mod': '', 'package.json': '{}' }, 'package.json', 'node'],
    [{ 'src/A/A.csproj': '' }, 'src/A/A.csproj', 'dotnet'],
    [
      { 'build.gradle.kts': '', 'src/main/kotlin/A.kt': '' },
      'build.gradle.kts',
      'kotlin',
    ],
    [
      { 'build.gradle.kts': '', 'src/main/java/A.java': '' },
      'build.gradle.kts',
      'java',
    ],
  ])('reads the stack of %j', async (files, source, value) => {
    expect((await observe(treeOf(files))).stack).toEqual({ source, value });
  });

  it('reads no stack from dependencies and samples', async () => {
    const files = {
      'node_modules/a/package.json': '{}',
      'examples/a/go.mod': '',
    };
    expect((await observe(treeOf(files))).stack).toBeUndefined();
  });

  it.each([
    [
      'api/openapi.yaml',
      'openapi: 3.1.0\ninfo: {title: A}\npaths: {}',
      'openapi 3.1.0',
    ],
    [
      'generated/openapi.yml',
      `openapi: '3.1.0'\ninfo:\n  title: A\n${'# line\n'.repeat(40_000)}`,
      'openapi 3.1.0',
    ],
    ['openapi.json', '{"openapi": "3.0.0", "info": {}}', 'openapi 3.0.0'],
    ['events.yml', 'asyncapi: 2.6.0\ninfo: {}', 'asyncapi 2.6.0'],
    ['schema.graphql', 'type Query { a: Int }', 'graphql'],
    ['a.proto', 'syntax = "proto3";\nservice A {\n}', 'grpc'],
  ])('sees the API document %s', async (path, text, value) => {
    const facts = await observe(treeOf({ [path]: text }));
    expect(facts.apiDocuments).toEqual([path]);
    expect(facts.seen['api-documented']).toEqual([{ source: path, value }]);
  });

  it.each([
    ['openapi.yaml', 'about: openapi'],
    ['schema.graphql', '# type Query'],
    ['a.proto', '// service A {'],
  ])('sees none in %s with %j', async (path, text) => {
    expect((await observe(treeOf({ [path]: text }))).apiDocuments).toEqual([]);
  });

  it('reads the golden path', async () => {
    const facts = await observe(
      treeOf({
        '.golden-path.yaml':
          'template: template:default/node\nversion: 1.2.0\n',
      }),
    );
    expect(facts.goldenPath).toEqual({
      source: '.golden-path.yaml',
      template: 'template:default/node',
      version: '1.2.0',
    });
    expect(facts.seen['golden-path-origin']).toEqual([
      { source: '.golden-path.yaml:1', value: 'template:default/node' },
    ]);
    expect((await problems({ '.golden-path.yaml': 'a: 1' }))[0].source).toBe(
      '.golden-path.yaml',
    );
  });

  it('keeps of the files that the golden path made those that it saw something in', async () => {
    const made = async (files: string) => {
      const { goldenPath } = await observe(
        treeOf({
          '.golden-path.yaml': `template: node\nfiles:${files}\n`,
          '.github/workflows/ci.yaml':
            'on: push\njobs:\n  a:\n    steps:\n      - run: npm test\n',
          'renovate.json': '{}',
          'src/main.ts': '',
        }),
      );
      return goldenPath?.made;
    };
    const id = '0123456789abcdef0123456789abcdef01234567';
    expect(
      await made(
        `\n  src/main.ts: ${id}\n  .github/workflows/ci.yaml: ${id}\n  gone.txt: ${id}`,
      ),
    ).toEqual(['.github/workflows/ci.yaml']);
    expect(await made(' {}')).toEqual([]);
    expect(await made(' many')).toBeUndefined();
  });

  it('takes a crate of Rust for tested by its test command, as its tests are in its sources', async () => {
    const workflow =
      'on: push\njobs:\n  a:\n    steps:\n      - run: cargo test\n';
    const files = { '.github/workflows/ci.yml': workflow, 'Cargo.toml': '' };
    expect(
      (await seen({ ...files, 'src/lib.rs': '' }))['automated-tests'],
    ).toEqual([{ source: '.github/workflows/ci.yml:5', value: 'cargo test' }]);
    expect((await seen(files))['automated-tests']).toBeUndefined();
  });

  it('lists test files by the rules of the stacks', async () => {
    const facts = await observe(
      treeOf({
        'a_test.go': '',
        'src/test/java/A.java': '',
        'src/x.spec.ts': '',
        'tests/test_a.py': '',
        'tests/__init__.py': '',
        'src/testing.ts': '',
        'node_modules/a/a.test.js': '',
        'contest.py': '',
        'test/test_cart.rb': '',
        'features/pay.feature': '',
        'tests/Unit/CartTest.php': '',
        'apps/shop/test/cart_SUITE.erl': '',
      }),
    );
    expect(facts.testFiles).toEqual([
      'a_test.go',
      'apps/shop/test/cart_SUITE.erl',
      'features/pay.feature',
      'src/test/java/A.java',
      'src/x.spec.ts',
      'test/test_cart.rb',
      'tests/Unit/CartTest.php',
      'tests/test_a.py',
    ]);
  });
});

import fc from 'fast-check';
import { treeOf } from './inMemoryTree.fixture';
import { observe } from './observe';

const problems = async (files: Record<string, string>) =>
  (await observe(treeOf(files))).problems;

describe('observe, with files that mean harm', () => {
  it('stays correct with prototype keys', async () => {
    const facts = await observe(
      treeOf({
        '.github/workflows/ci.yml':
          'on: {__proto__: {}, constructor: 1}\njobs: {__proto__: {steps: [{run: npm test}]}}',
        'a.yaml': '__proto__: {groups: [{rules: [{alert: A, expr: b}]}]}\n',
        __proto__: 'x',
        'a.test.ts': '',
      }),
    );
    expect(facts.seen).toEqual({});
    expect(Object.getPrototypeOf(facts.seen)).toBe(Object.prototype);
  });

  it('tells a file that cannot be read and goes on', async () => {
    const facts = await observe({
      paths: ['main.tf', 'docs/runbook.md'],
      complete: true,
      read: async path => {
        if (path === 'main.tf') {
          throw new Error('gone');
        }
        return '1. Look.';
      },
    });
    expect(facts.problems).toEqual([
      { source: 'main.tf', message: 'The file could not be read: gone' },
    ]);
    expect(facts.seen['runbook-linked']).toHaveLength(1);
  });

  it('reads a file that unfolds without end as an error', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    'bcdefghij'.split('').forEach((name, index) => {
      const before = 'abcdefghij'[index];
      bomb.push(
        `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`,
      );
    });
    expect(
      (await problems({ 'k8s/a.yaml': bomb.join('\n') }))[0].message,
    ).toMatch(/^YAML was expected: Excessive alias count/);
  });

  it.each([
    ['docs/runbook.md', '<your-'],
    ['chart/templates/a.yaml', '{{'],
    ['chart/templates/a.yaml', '{{/*'],
    ['main.tf', '/*'],
    ['a.proto', '/*'],
    ['a.graphql', '"""\\'],
    ['renovate.json', '"\\'],
    ['renovate.json', '/*'],
    ['rules/a.yaml', '['],
    ['rules/a.yaml', 'a: {'],
    ['.gitlab-ci.yml', '- '],
    ['Jenkinsfile', '"\\'],
    ['Jenkinsfile', '/*'],
    ['.github/workflows/a.yml', '"'],
  ])(
    'is done with %s in no time, however often it holds %j',
    async (path, piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const started = performance.now();
      await observe(treeOf({ [path]: text, 'chart/Chart.yaml': 'name: a' }));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  const many = (text: string) => Array(100).fill(text).join('');

  it.each<[string, Record<string, string>]>([
    [
      'commands of CircleCI',
      {
        '.circleci/config.yml': `jobs: {build: {steps: [a]}}\ncommands:\n${[
          ...'abcdef',
        ]
          .map(
            (name, index) =>
              `  ${name}: {steps: [${many(`${'bcdefg'[index]}, `)}]}\n`,
          )
          .join('')}`,
      },
    ],
    [
      'templates of Azure',
      {
        'azure-pipelines.yml': 'steps: [{template: a.yml}]',
        'a.yml': `steps: [${many('{template: a.yml}, ')}]`,
      },
    ],
    [
      'actions of GitHub',
      {
        '.github/workflows/ci.yml':
          'on: push\njobs: {a: {steps: [{uses: ./a}]}}',
        'a/action.yml': `runs: {steps: [${many('{uses: ./a}, ')}]}`,
      },
    ],
    [
      'files of GitLab',
      {
        '.gitlab-ci.yml': 'include: a.yml',
        'a.yml': `include: [${many('a.yml, ')}]\nt: {script: [make]}`,
      },
    ],
  ])('is done with %s that take each other', async (_, files) => {
    const facts = await observe(treeOf(files));
    expect(facts.seen['ci-pipeline']).toHaveLength(1);
  });

  it.each([
    ['a.proto', '\n'],
    ['schema.graphql', '\n'],
    ['main.tf', '\n'],
    ['docs/runbook.md', '<!--'],
    ['mkdocs.yml', 'docs_dir: ///////', '/', 'x'],
    [
      'grafana/a.json',
      '{"panels": [{"type": "a", "targets": [{"expr": "rate(',
      'request',
      '"}]}]}',
    ],
    [
      '.github/workflows/ci.yml',
      'on: push\njobs: {a: {steps: [{uses: "atlassian/',
      'deploy',
      '!"}]}}',
    ],
    [
      '.github/workflows/ci.yml',
      'on: push\njobs: {a: {steps: [{uses: "./',
      '/',
      'x@"}]}}',
    ],
    ['cloudbuild.yaml', 'steps: [{name: "', ':', '/"}]'],
  ])(
    'takes time in proportion to %s that holds %j and %j again and again',
    async (path, head, piece = head, tail = '') => {
      const text = head + piece.repeat(200_000 / piece.length) + tail;
      const facts = await observe(treeOf({ [path]: text }));
      expect(facts.complete).toBe(true);
    },
  );

  it('opens no YAML that would take long to refuse', async () => {
    const quotes = '"'.repeat(256 * 1024 + 1);
    const files = { 'rules/a.yaml': quotes, 'slo.yaml': quotes };
    expect(await problems(files)).toEqual([
      {
        source: 'slo.yaml',
        message: 'The file has 262145 characters, and at most 262144 are read.',
      },
      {
        source: 'rules/a.yaml',
        message:
          'YAML was expected: the file has 262145 characters, and at most 262144 are read',
      },
    ]);
  });

  it('reads a map of very many keys and jobs', async () => {
    const keys = Array.from(
      { length: 8_000 },
      (_, index) => `k${index}: {script: [npm test]}`,
    );
    const started = performance.now();
    const facts = await observe(
      treeOf({ '.gitlab-ci.yml': keys.join('\n'), 'a.test.ts': '' }),
    );
    expect(facts.seen['ci-pipeline']).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  const NAMES = [
    '.github/workflows/a.yml',
    '.gitlab-ci.yml',
    'ci/a.yml',
    'a/action.yml',
    'bitbucket-pipelines.yml',
    '.buildkite/pipeline.yml',
    '.drone.yml',
    '.travis.yml',
    '.tekton/a.yaml',
    'cloudbuild.yaml',
    'Jenkinsfile',
    'azure-pipelines.yml',
    '.circleci/config.yml',
    '.github/dependabot.yml',
    'renovate.json',
    'a.tf',
    'Chart.yaml',
    'templates/a.yaml',
    'slo.yaml',
    'rules/a.yaml',
    'grafana/a.json',
    'docs/runbook.md',
    'mkdocs.yml',
    '.golden-path.yaml',
    'package.json',
    'a.graphql',
    'a.proto',
  ];
  const PIECES = [
    'on: push\n',
    'jobs:\n',
    '  a:\n',
    '    steps:\n',
    '      - run: |\n',
    'npm test',
    'include: ci/a.yml\n',
    'uses: ./a\n',
    'template: ci/a.yml\n',
    '!reference [a, b]',
    '<<: *a\n',
    'apiVersion: tekton.dev/v1\nkind: Task\n',
    '"',
    "'",
    '{{',
    '}}',
    '${{ ',
    '`',
    '$(',
    '<<EOF\n',
    '[',
    '{',
    '&a ',
    '*a',
    '- ',
    'groups:\n',
    'and',
    ' > ',
    '__proto__: ',
    'pipeline { ',
    "sh '",
    '\u0000',
    '\t',
    '#',
    '---\n',
  ];

  it('never throws and is the same for every order of paths', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...PIECES)).map(pieces => pieces.join('')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...NAMES), text),
        async files => {
          const tree = treeOf(files);
          const facts = await observe(tree);
          expect(
            await observe({ ...tree, paths: [...tree.paths].reverse() }),
          ).toEqual(facts);
        },
      ),
      { numRuns: 300 },
    );
  });
});

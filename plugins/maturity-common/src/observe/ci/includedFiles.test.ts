import { observe } from '../observe';
import { treeOf } from '../inMemoryTree.fixture';

const facts = (files: Record<string, string>) =>
  observe(treeOf({ 'src/a.test.ts': '', ...files }));
const tests = async (files: Record<string, string>) =>
  (await facts(files)).seen['automated-tests']?.map(
    ({ source, value }) => `${source} ${value}`,
  );

describe('a GitHub workflow that uses what the repository holds', () => {
  const workflow = (step: string, strategy = '') => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: x\n${strategy}    steps:\n      - ${step}\n`,
  });
  const action = 'runs:\n  using: composite\n  steps:\n';

  it.each([
    ['./.github/actions/check', '.github/actions/check/action.yml'],
    ['./.github/actions/check/', '.github/actions/check/action.yaml'],
    ['./', 'action.yml'],
  ])('follows %s into %s', async (uses, path) => {
    expect(
      await tests({
        ...workflow(`uses: ${uses}`),
        [path]: `${action}    - run: npm test\n      shell: bash\n`,
      }),
    ).toEqual([`${path}:4 npm test`]);
  });

  it('follows an action that uses another one, and no circle', async () => {
    expect(
      await tests({
        ...workflow('uses: ./a'),
        'a/action.yml': `${action}    - uses: ./b\n`,
        'b/action.yml': `${action}    - uses: ./a\n    - run: go test ./...\n`,
      }),
    ).toEqual(['b/action.yml:5 go test']);
  });

  it.each([
    ['uses: acme/check@v1', 'acme/check/action.yml'],
    ['uses: ./a', 'b/action.yml'],
    ["uses: ./a\n        if: 'false'", 'a/action.yml'],
  ])('does not take %s for %s', async (step, path) => {
    expect(
      await tests({
        ...workflow(step),
        [path]: `${action}    - run: npm test\n`,
      }),
    ).toBeUndefined();
  });

  it('runs a workflow whose name has capital letters', async () => {
    expect(
      await tests({
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    uses: ./.github/workflows/Test.yml\n',
        '.github/workflows/Test.yml':
          'on: workflow_call\njobs:\n  t:\n    runs-on: x\n    steps:\n      - run: npm test\n',
      }),
    ).toEqual(['.github/workflows/Test.yml:6 npm test']);
  });

  it.each([
    ['task: [lint, test]', 'npm run ${{ matrix.task }}', 'npm test'],
    [
      'include:\n          - do: {name: unit, run: pytest -q}',
      '${{ matrix.do.run }}',
      'pytest',
    ],
    [
      'tool: [go]\n        include: [{verb: test}]',
      '${{matrix.tool}} ${{matrix.verb}} ./...',
      'go test',
    ],
  ])('fills in a matrix of %j', async (matrix, run, expected) => {
    const strategy = `    strategy:\n      matrix:\n        ${matrix}\n`;
    expect(
      (await tests(workflow(`run: ${run}`, strategy)))?.map(each =>
        each.replace(/^\S+ /, ''),
      ),
    ).toEqual([expected]);
  });

  it('leaves an expression that no matrix fills', async () => {
    expect(
      await tests(workflow('run: npm run ${{ matrix.gone }}')),
    ).toBeUndefined();
  });
});

describe('a GitLab pipeline', () => {
  const gitlab = (text: string, more: Record<string, string> = {}) =>
    tests({ '.gitlab-ci.yml': text, ...more });

  it('merges anchors', async () => {
    expect(
      await gitlab(
        '.base: &base\n  script:\n    - npm test\nunit:\n  <<: *base\n  stage: test\n',
      ),
    ).toEqual(['.gitlab-ci.yml:4 npm test']);
  });

  it.each([
    'script:\n    - !reference [.t, script]\n',
    'script: !reference [.t, script]\n',
    'script:\n    - [cd a, npm test]\n',
  ])('resolves references and nested lists: %j', async script => {
    const found = await gitlab(`.t:\n  script: [npm test]\nunit:\n  ${script}`);
    expect(found).toEqual([
      expect.stringMatching(/^\.gitlab-ci\.yml:[45] npm test$/),
    ]);
  });

  it.each([
    'include: /ci/unit.yml',
    'include: ci/unit.yml',
    'include:\n  - local: ci/unit.yml',
    "include:\n  - {local: 'ci/*.yml'}",
    "include:\n  - local: '/**.yml'",
    'start:\n  trigger:\n    include: ci/unit.yml',
  ])('reads the file of the repository that it names: %s', async include => {
    expect(
      await gitlab(`${include}\n`, {
        'ci/unit.yml': 'unit:\n  script: pytest\n',
      }),
    ).toEqual(['ci/unit.yml:2 pytest']);
  });

  it('lets a job extend one of an included file, and overwrites it', async () => {
    const shared = '.js:\n  script: [npm test]\nunit:\n  script: [make]\n';
    expect(
      await gitlab(
        'include: ci/a.yml\nweb:\n  extends: .js\nunit:\n  script: [go test ./...]\n',
        { 'ci/a.yml': shared },
      ),
    ).toEqual(['.gitlab-ci.yml:5 go test', '.gitlab-ci.yml:2 npm test']);
  });

  it.each([
    ['include: https://gitlab.acme.io/unit.yml', 'unit.yml'],
    ['include:\n  - project: acme/ci\n    file: /unit.yml', 'unit.yml'],
    ['start:\n  when: manual\n  trigger: {include: unit.yml}', 'unit.yml'],
  ])('does not take %j for a file of the repository', async (include, path) => {
    expect(
      await gitlab(`${include}\n`, { [path]: 'unit:\n  script: pytest\n' }),
    ).toBeUndefined();
  });

  it('ends with files that include each other, and tells one that is broken', async () => {
    const found = await facts({
      '.gitlab-ci.yml': 'include: [a.yml, c.yml]\n',
      'a.yml': 'include: b.yml\n',
      'b.yml': 'include: a.yml\nunit:\n  script: npm test\n',
      'c.yml': 'unit: [\n',
    });
    expect(found.seen['automated-tests']).toHaveLength(1);
    expect(found.problems).toEqual([
      { source: 'c.yml', message: expect.stringMatching(/^YAML was expected/) },
    ]);
  });
});

describe('an Azure pipeline', () => {
  const azure = (text: string, more: Record<string, string> = {}) =>
    tests({ 'azure-pipelines.yml': text, ...more });
  const job = 'jobs:\n  - job: t\n    steps:\n      - script: npm test\n';

  it.each([
    ['jobs:\n  - template: ci/t.yml\n', 'ci/t.yml', job, 'ci/t.yml:4'],
    ['jobs:\n  - template: /ci/t.yml@self\n', 'ci/t.yml', job, 'ci/t.yml:4'],
    ['extends:\n  template: t.yml\n', 't.yml', job, 't.yml:4'],
    [
      'stages:\n  - stage: a\n    jobs:\n      - template: t.yml\n',
      't.yml',
      job,
      't.yml:4',
    ],
    [
      'steps:\n  - template: t.yml\n',
      't.yml',
      'parameters: []\nsteps:\n  - bash: npm test\n',
      't.yml:3',
    ],
  ])('reads templates: %j', async (text, path, template, place) => {
    expect(await azure(text, { [path]: template })).toEqual([
      `${place} npm test`,
    ]);
  });

  it('finds a template of a template beside it', async () => {
    expect(
      await azure('jobs:\n  - template: ci/a.yml\n', {
        'ci/a.yml': 'jobs:\n  - template: ./deep/../b.yml\n',
        'ci/b.yml': job,
      }),
    ).toEqual(['ci/b.yml:4 npm test']);
  });

  it('reads what it inserts under a condition', async () => {
    expect(
      await azure(
        'steps:\n  - ${{ if eq(parameters.test, true) }}:\n      - script: npm test\n',
      ),
    ).toEqual(['azure-pipelines.yml:3 npm test']);
  });

  it('does not look for templates of other repositories', async () => {
    expect(
      await azure('jobs:\n  - template: t.yml@shared\n', { 't.yml': job }),
    ).toBeUndefined();
  });
});

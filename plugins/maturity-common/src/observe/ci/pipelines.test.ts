import { observe } from '../observe';
import { treeOf } from '../inMemoryTree.fixture';

const seenIn = async (
  path: string,
  text: string,
  more: Record<string, string> = {},
) => {
  const facts = await observe(
    treeOf({ [path]: text, 'src/a.test.ts': '', ...more }),
  );
  return facts.seen;
};
const github = (text: string, more?: Record<string, string>) =>
  seenIn('.github/workflows/ci.yml', text, more);

const JOBS = `jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          npm ci
          npm test
`;

describe('a GitHub workflow', () => {
  it.each([
    'on: push',
    'on: [push]',
    'on:\n  pull_request:\n    branches: [main]',
    '"on": push',
    '%YAML 1.1\n---\non: push',
    'on: {merge_group: }',
  ])('runs on changes with %j', async on => {
    const seen = await github(`${on}\n${JOBS}`);
    expect(seen['ci-pipeline']?.map(each => each.value)).toEqual([
      'github-actions',
    ]);
  });

  it.each([
    'on: workflow_dispatch',
    'on:\n  schedule:\n    - cron: "0 0 * * *"',
    'on:\n  push:\n    tags: ["v*"]',
    'on: workflow_call',
    'on: issues',
  ])('does not run on changes with %j', async on => {
    const seen = await github(`${on}\n${JOBS}`);
    expect(seen['ci-pipeline']).toBeUndefined();
  });

  it.each([
    'on: push\njobs: {}\n',
    'on: push\njobs:\n  a:\n    if: false\n    steps:\n      - run: make\n',
  ])('builds nothing with %j', async text => {
    expect((await github(text))['ci-pipeline']).toBeUndefined();
  });

  it('shows its test command with the line of the script', async () => {
    expect((await github(`on: push\n${JOBS}`))['automated-tests']).toEqual([
      { source: '.github/workflows/ci.yml:9', value: 'npm test' },
    ]);
  });

  it.each([
    ['a comment', `on: push\n${JOBS.replace('npm test', '# npm test')}`],
    [
      'an echo',
      `on: push\n${JOBS.replace('npm test', 'echo "run npm test yourself"')}`,
    ],
    [
      'a step name',
      `on: push\njobs:\n  a:\n    steps:\n      - name: npm test\n        run: ls\n`,
    ],
    [
      'a YAML comment',
      `on: push\njobs:\n  a:\n    steps:\n      - run: ls # npm test\n`,
    ],
    [
      'a step that is switched off',
      `on: push\njobs:\n  a:\n    steps:\n      - if: false\n        run: npm test\n`,
    ],
    [
      'a job that is switched off',
      `on: push\njobs:\n  a:\n    if: \${{ false }}\n    steps:\n      - run: npm test\n`,
    ],
    ['a workflow started by hand', `on: workflow_dispatch\n${JOBS}`],
  ])('shows no tests for a test command in %s', async (_, text) => {
    expect((await github(text))['automated-tests']).toBeUndefined();
  });

  it('needs a test file for tests', async () => {
    const facts = await observe(
      treeOf({ '.github/workflows/ci.yml': `on: push\n${JOBS}` }),
    );
    expect(facts.seen['automated-tests']).toBeUndefined();
    expect(facts.seen['ci-pipeline']).toHaveLength(1);
  });

  it('does not take the script that npm init writes for tests', async () => {
    const manifest =
      '{"scripts": {"test": "echo \\"Error: no test specified\\" && exit 1"}}';
    expect(
      (await github(`on: push\n${JOBS}`, { 'package.json': manifest }))[
        'automated-tests'
      ],
    ).toBeUndefined();
    const real = '{"scripts": {"test": "echo go && jest"}}';
    expect(
      (await github(`on: push\n${JOBS}`, { 'package.json': real }))[
        'automated-tests'
      ],
    ).toHaveLength(1);
  });

  it('follows workflows that it calls', async () => {
    const seen = await github(
      'on: push\njobs:\n  t:\n    uses: ./.github/workflows/test.yml\n',
      {
        '.github/workflows/test.yml': `on: workflow_call\n${JOBS}`,
      },
    );
    expect(seen['automated-tests']).toEqual([
      { source: '.github/workflows/test.yml:9', value: 'npm test' },
    ]);
  });

  it('shows deployments by environment and by step, not those started by hand or for pull requests', async () => {
    const job =
      'jobs:\n  ship:\n    environment: {name: production}\n    steps:\n      - run: helm upgrade --install x ./chart\n';
    expect((await github(`on: push\n${job}`))['automated-deployment']).toEqual([
      { source: '.github/workflows/ci.yml:6', value: 'helm upgrade x ./chart' },
      { source: '.github/workflows/ci.yml:3', value: 'environment production' },
    ]);
    expect(
      (await github(`on: workflow_dispatch\n${job}`))['automated-deployment'],
    ).toBeUndefined();
    expect(
      (await github(`on: pull_request\n${job}`))['automated-deployment'],
    ).toBeUndefined();
  });

  it.each(['workflow_dispatch', 'pull_request'])(
    'shows no deployment of a job that only %s starts',
    async event => {
      const seen = await github(
        `on: [push, ${event}]\njobs:\n  ship:\n    if: github.event_name == '${event}'\n    environment: production\n    steps:\n      - run: kubectl apply -f k8s\n`,
      );
      expect(seen['ci-pipeline']).toHaveLength(1);
      expect(seen['automated-deployment']).toBeUndefined();
    },
  );

  it('shows static analysis and provenance by action', async () => {
    const seen = await github(
      'on: push\njobs:\n  a:\n    steps:\n      - uses: github/codeql-action/analyze@v3\n      - uses: actions/attest-build-provenance@977bb373\n',
    );
    expect(seen['static-analysis']).toEqual([
      {
        source: '.github/workflows/ci.yml:5',
        value: 'github/codeql-action/analyze',
      },
    ]);
    expect(seen['build-provenance']).toEqual([
      {
        source: '.github/workflows/ci.yml:6',
        value: 'actions/attest-build-provenance',
      },
    ]);
  });

  it('tells a file that is no workflow', async () => {
    const facts = await observe(
      treeOf({
        '.github/workflows/a.yml': 'a: [',
        '.github/workflows/b.yml': 'on: push',
      }),
    );
    expect(facts.seen).toEqual({});
    expect(facts.problems.map(problem => problem.source)).toEqual([
      '.github/workflows/a.yml',
      '.github/workflows/b.yml',
    ]);
    expect(facts.problems[1].message).toBe(
      'A workflow with `on` and `jobs` was expected.',
    );
  });

  it('is one only at the root', async () => {
    const seen = await seenIn(
      'docs/.github/workflows/ci.yml',
      `on: push\n${JOBS}`,
    );
    expect(seen['ci-pipeline']).toBeUndefined();
  });
});

describe('a GitLab pipeline', () => {
  const gitlab = (text: string) => seenIn('.gitlab-ci.yml', text);

  it('shows jobs with scripts, hidden jobs through `extends` only', async () => {
    const seen = await gitlab(
      '.base:\n  script: [npm test]\nlint:\n  script:\n    - npm ci\n    - npm run lint\ntest:\n  extends: .base\n',
    );
    expect(seen['ci-pipeline']).toEqual([
      { source: '.gitlab-ci.yml:3', value: 'gitlab-ci' },
    ]);
    expect(seen['static-analysis']).toEqual([
      { source: '.gitlab-ci.yml:6', value: 'npm lint' },
    ]);
    expect(seen['automated-tests']).toEqual([
      { source: '.gitlab-ci.yml:7', value: 'npm test' },
    ]);
  });

  it.each([
    ['hidden jobs only', '.test:\n  script: [npm test]\n'],
    ['schedules only', 'test:\n  script: [npm test]\n  only: [schedules]\n'],
    [
      'a rule for schedules',
      'test:\n  script: [npm test]\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "schedule"\n',
    ],
    ['a manual job', 'test:\n  script: [npm test]\n  when: manual\n'],
    [
      'a workflow that never runs',
      'workflow:\n  rules: [{when: never}]\ntest:\n  script: [npm test]\n',
    ],
  ])('does not run on changes with %s', async (_, text) => {
    expect((await gitlab(text))['ci-pipeline']).toBeUndefined();
  });

  it('takes no manual deployment for an automatic one', async () => {
    const job =
      'test:\n  script: [npm test]\nship:\n  environment: production\n  script: [kubectl apply -f k8s]\n';
    expect((await gitlab(job))['automated-deployment']).toHaveLength(2);
    expect(
      (await gitlab(`${job}  when: manual\n`))['automated-deployment'],
    ).toBeUndefined();
  });

  it('takes a job for merge requests for tests and not for a deployment', async () => {
    const seen = await gitlab(
      'test:\n  script: [npm test, kubectl apply -f k8s]\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\nbuild:\n  script: [make]\n',
    );
    expect(seen['automated-tests']).toHaveLength(1);
    expect(seen['automated-deployment']).toBeUndefined();
  });

  it('takes no tests that a person has to start', async () => {
    const seen = await gitlab(
      'build:\n  script: [make]\ntest:\n  when: manual\n  script: [npm test]\n',
    );
    expect(seen['ci-pipeline']).toHaveLength(1);
    expect(seen['automated-tests']).toBeUndefined();
  });

  it('ends in circles of `extends`', async () => {
    const seen = await gitlab(
      '.a: {extends: .b}\n.b: {extends: .a, script: [npm test]}\nt: {extends: [.a, t]}\n',
    );
    expect(seen['automated-tests']).toHaveLength(1);
  });

  it('shows analysis by an included template', async () => {
    const seen = await gitlab(
      'include:\n  - template: Security/SAST.gitlab-ci.yml\n',
    );
    expect(seen['static-analysis']).toHaveLength(1);
  });
});

describe('a Jenkinsfile', () => {
  const jenkins = (text: string) => seenIn('Jenkinsfile', text);

  it('shows the shell steps of its stages', async () => {
    const seen = await jenkins(
      "pipeline {\n  agent any\n  stages {\n    stage('Test') {\n      steps {\n        sh 'npm test'\n        sh(script: \"npm run lint\", returnStdout: true)\n      }\n    }\n  }\n}\n",
    );
    expect(seen['ci-pipeline']).toEqual([
      { source: 'Jenkinsfile:4', value: 'jenkins' },
    ]);
    expect(seen['automated-tests']).toEqual([
      { source: 'Jenkinsfile:6', value: 'npm test' },
    ]);
    expect(seen['static-analysis']).toEqual([
      { source: 'Jenkinsfile:7', value: 'npm lint' },
    ]);
  });

  it.each([
    [
      'a comment',
      "pipeline { stages { stage('a') { steps { sh 'ls' /* sh 'npm test' */ // sh 'npm test'\n } } } }",
    ],
    [
      'a printed text',
      "pipeline { stages { stage('a') { steps { echo \"sh 'npm test'\"\n sh 'ls' } } } }",
    ],
    [
      'a name',
      "pipeline { stages { stage('npm test') { steps { sh 'ls' } } } }",
    ],
  ])('does not take %s for a step', async (_, text) => {
    const seen = await jenkins(text);
    expect(seen['ci-pipeline']).toHaveLength(1);
    expect(seen['automated-tests']).toBeUndefined();
  });

  it('does not run on changes with a timer only', async () => {
    const seen = await jenkins(
      "pipeline { triggers { cron('@daily') }\n stages { stage('a') { steps { sh 'npm test' } } } }",
    );
    expect(seen['ci-pipeline']).toBeUndefined();
  });

  it('takes no deployment after a question for an automatic one', async () => {
    const text = (question: string) =>
      `pipeline { stages { stage('a') { steps { ${question}\n sh 'kubectl apply -f k8s' } } } }`;
    expect((await jenkins(text('')))['automated-deployment']).toHaveLength(1);
    expect(
      (await jenkins(text("input 'Deploy?'")))['automated-deployment'],
    ).toBeUndefined();
  });

  it('tells a file that is none', async () => {
    const facts = await observe(treeOf({ Jenkinsfile: 'hello' }));
    expect(facts.problems).toHaveLength(1);
  });
});

describe('an Azure pipeline', () => {
  const azure = (text: string) => seenIn('azure-pipelines.yml', text);

  it('shows scripts and tasks of steps, jobs and stages', async () => {
    const seen = await azure(
      'trigger: [main]\nstages:\n  - stage: a\n    jobs:\n      - job: t\n        steps:\n          - script: npm test\n          - task: Maven@4\n            inputs: {goals: verify}\n      - deployment: ship\n        environment: production\n        strategy:\n          runOnce:\n            deploy:\n              steps:\n                - script: helm upgrade a b\n',
    );
    expect(seen['ci-pipeline']).toEqual([
      { source: 'azure-pipelines.yml:1', value: 'azure-pipelines' },
    ]);
    expect(seen['automated-tests']?.map(each => each.value)).toEqual([
      'npm test',
      'mvn verify',
    ]);
    expect(seen['automated-deployment']?.map(each => each.value)).toEqual([
      'helm upgrade a b',
      'environment production',
    ]);
  });

  it('does not run on changes with `trigger: none`', async () => {
    expect(
      (await azure('trigger: none\nsteps:\n  - script: npm test\n'))[
        'ci-pipeline'
      ],
    ).toBeUndefined();
    expect(
      (
        await azure('trigger: none\npr: [main]\nsteps:\n  - script: npm test\n')
      )['ci-pipeline'],
    ).toHaveLength(1);
  });
});

describe('a CircleCI configuration', () => {
  const circle = (text: string) => seenIn('.circleci/config.yml', text);
  const jobs =
    'version: 2.1\ncommands:\n  check:\n    steps:\n      - run: npm test\njobs:\n  test:\n    steps:\n      - checkout\n      - check\n  unused:\n    steps:\n      - run: npm run lint\n';

  it('shows the jobs that its workflows name, commands followed', async () => {
    const seen = await circle(`${jobs}workflows:\n  main:\n    jobs: [test]\n`);
    expect(seen['ci-pipeline']).toHaveLength(1);
    expect(seen['automated-tests']).toEqual([
      { source: '.circleci/config.yml:5', value: 'npm test' },
    ]);
    expect(seen['static-analysis']).toBeUndefined();
  });

  it('does not run on changes with a schedule only', async () => {
    const seen = await circle(
      `${jobs}workflows:\n  main:\n    triggers:\n      - schedule: {cron: "0 0 * * *"}\n    jobs: [test]\n`,
    );
    expect(seen['ci-pipeline']).toBeUndefined();
  });

  it('takes no deployment after an approval for an automatic one', async () => {
    const seen = await circle(
      'jobs:\n  ship:\n    steps:\n      - run: kubectl apply -f k8s\nworkflows:\n  main:\n    jobs:\n      - hold: {type: approval}\n      - ship: {requires: [hold]}\n',
    );
    expect(seen['automated-deployment']).toBeUndefined();
  });
});

import { observe } from '../observe';
import { treeOf } from '../inMemoryTree.fixture';

const seenIn = async (path: string, text: string) =>
  (await observe(treeOf({ [path]: text, 'src/a.test.ts': '' }))).seen;

const tekton = (event: string) => `apiVersion: tekton.dev/v1
kind: PipelineRun
metadata:
  name: a
  annotations:
    ${event}
spec:
  pipelineSpec:
    tasks:
      - name: unit
        taskSpec:
          steps:
            - name: s
              script: |
                #!/bin/sh
                npm test
`;
const WORKFLOW =
  'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npm test\n';

describe('CI systems', () => {
  it.each([
    ['.gitea/workflows/ci.yml', WORKFLOW, 'gitea-actions', 6],
    ['.forgejo/workflows/ci.yaml', WORKFLOW, 'forgejo-actions', 6],
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  default:\n    - step:\n        script:\n          - npm test\n',
      'bitbucket-pipelines',
      5,
    ],
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  pull-requests:\n    "**":\n      - parallel:\n          - step:\n              script: [npm test]\n',
      'bitbucket-pipelines',
      6,
    ],
    [
      '.buildkite/pipeline.yml',
      'steps:\n  - group: a\n    steps:\n      - command: npm test\n',
      'buildkite',
      4,
    ],
    [
      '.drone.yml',
      'kind: secret\nname: a\n---\nkind: pipeline\nsteps:\n  - name: t\n    image: node\n    commands:\n      - npm test\n',
      'drone',
      9,
    ],
    [
      '.woodpecker/test.yaml',
      'when:\n  - event: [push]\nsteps:\n  t:\n    image: node\n    commands: [npm test]\n',
      'woodpecker',
      6,
    ],
    [
      '.tekton/push.yaml',
      tekton('pipelinesascode.tekton.dev/on-event: "[pull_request]"'),
      'tekton',
      16,
    ],
    ['.travis.yml', 'language: node_js\n', 'travis-ci', 1],
    ['.travis.yml', 'script:\n  - npm test\n', 'travis-ci', 2],
    [
      'cloudbuild.yaml',
      'steps:\n  - name: node:22\n    entrypoint: npm\n    args: [test]\n',
      'cloud-build',
      2,
    ],
    [
      'cloudbuild.yaml',
      "steps:\n  - name: node\n    entrypoint: bash\n    args: ['-c', 'npm ci && npm test']\n",
      'cloud-build',
      2,
    ],
  ])('build and test with %s: %j', async (path, text, provider, line) => {
    const seen = await seenIn(path, text);
    expect(seen['ci-pipeline']?.map(({ value }) => value)).toEqual([provider]);
    expect(seen['automated-tests']).toEqual([
      { source: `${path}:${line}`, value: 'npm test' },
    ]);
  });

  it.each([
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  custom:\n    a:\n      - step: {script: [npm test]}\n',
    ],
    [
      '.drone.yml',
      'kind: pipeline\ntrigger: {event: [promote]}\nsteps:\n  - {name: t, commands: [npm test]}\n',
    ],
    ['.tekton/run.yaml', tekton('acme.io/on-event: push')],
    ['.buildkite/pipeline.yml', 'steps:\n  - wait\n'],
    ['cloudbuild.yaml', 'images: [a]\n'],
    ['.travis.yml', ''],
    ['.drone.yml', 'kind: secret\nname: a\n'],
    ['ci/.travis.yml', 'script: npm test\n'],
  ])('do not build every change with %s: %j', async (path, text) => {
    const seen = await seenIn(path, text);
    expect([seen['ci-pipeline'], seen['automated-tests']]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  branches:\n    main:\n      - step:\n          deployment: production\n          script:\n            - pipe: atlassian/aws-ecs-deploy:1.0.0\n',
      ['atlassian/aws-ecs-deploy', 'environment production'],
    ],
    [
      '.buildkite/pipeline.yml',
      'steps:\n  - command: helm upgrade a ./chart\n',
      ['helm upgrade a ./chart'],
    ],
    [
      'cloudbuild.yaml',
      'steps:\n  - name: gcr.io/cloud-builders/gcloud\n    args: [run, deploy, shop]\n',
      ['gcloud run deploy shop'],
    ],
  ])('deploy with %s', async (path, text, expected) => {
    const seen = await seenIn(path, text);
    expect(
      seen['automated-deployment']?.map(({ value }) => value).sort(),
    ).toEqual(expected);
  });

  it.each([
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  default:\n    - step:\n        trigger: manual\n        deployment: production\n        script: [kubectl apply -f a]\n',
    ],
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  pull-requests:\n    "**":\n      - step: {deployment: test, script: [make deploy]}\n',
    ],
    [
      '.buildkite/pipeline.yml',
      'steps:\n  - block: Release\n  - command: kubectl apply -f a\n',
    ],
    [
      '.drone.yml',
      'kind: pipeline\nsteps:\n  - name: d\n    commands: [kubectl apply -f a]\n    when: {event: [promote]}\n',
    ],
  ])('wait for a person before they deploy with %s: %j', async (path, text) => {
    expect((await seenIn(path, text))['automated-deployment']).toBeUndefined();
  });

  it.each([
    "@Library('shared@main') _\nstandardPipeline(service: 'shop')\n",
    "@Library(['a', 'b']) _\nservicePipeline { name = 'shop' }\n",
    "library 'shared'\nstandardPipeline()\n",
  ])('build with a shared library of Jenkins: %j', async text => {
    expect((await seenIn('Jenkinsfile', text))['ci-pipeline']).toEqual([
      { source: 'Jenkinsfile:1', value: 'jenkins' },
    ]);
  });

  it.each(["@Library('shared') _\n", 'standardPipeline()\n'])(
    'do not build with %j',
    async text => {
      expect(
        (await seenIn('Jenkinsfile', text))['ci-pipeline'],
      ).toBeUndefined();
    },
  );
});

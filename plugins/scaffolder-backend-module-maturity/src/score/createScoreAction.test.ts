import { createMockDirectory } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { exampleInput } from '../__testUtils__/exampleInput';
import { createScoreAction } from './createScoreAction';
import { scoreExamples } from './scoreExamples';

const COMPONENT = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
  annotations:
    github.com/project-slug: acme/checkout
spec:
  type: service
  lifecycle: production
  owner: payments
`;

const WORKFLOW = `name: build
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: npm test
`;

const payments = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', children: [] },
};

describe('maturity:score', () => {
  const workspace = createMockDirectory();
  const definitions = createDefinitionSet(undefined);

  beforeEach(() => {
    workspace.setContent({
      'catalog-info.yaml': COMPONENT,
      '.github': { workflows: { 'build.yaml': WORKFLOW } },
      test: { 'checkout.test.js': 'test' },
    });
  });

  async function run(
    input: { folder?: string; require?: string },
    entities = [payments],
  ) {
    const context = {
      ...createMockActionContext({ input, workspacePath: workspace.path }),
      output: jest.fn(),
    };
    const catalog = catalogServiceMock({ entities });
    await createScoreAction({ catalog, definitions, local: undefined }).handler(
      context,
    );
    return Object.fromEntries(context.output.mock.calls);
  }

  it('runs its first example: where it stands on each track, and what comes next', async () => {
    const { scorecards, summary } = await run(exampleInput(scoreExamples[0]));
    expect(scorecards).toHaveLength(1);
    expect(scorecards[0].entityRef).toBe('component:default/checkout');
    expect(
      scorecards[0].tracks.map((each: { track: string }) => each.track),
    ).toEqual(['devops', 'sre', 'platform']);
    expect(summary).toContain('**component:default/checkout**');
    expect(summary).toMatch(/- DevOps: level \d of 4/);
  });

  it('runs its second example, whose level is reached', async () => {
    const { scorecards } = await run(exampleInput(scoreExamples[1]));
    expect(scorecards[0].tracks[0]).toMatchObject({
      track: 'devops',
      level: 1,
      levelName: 'Bronze',
    });
  });

  it('fails the task below a required level and says which', async () => {
    await expect(run({ require: 'devops=2' })).rejects.toThrow(
      'component:default/checkout has reached level 1 of devops; expected at least 2.',
    );
  });

  it('looks at the catalog: an owner that is not in it is no owner', async () => {
    const next = async (entities: (typeof payments)[]) =>
      JSON.stringify((await run({}, entities)).scorecards);
    expect(await next([payments])).not.toEqual(await next([]));
  });

  it.each([
    ['a level that is none', { require: 'devops=9' }, 'names no level'],
    ['a folder outside', { folder: '../..' }, 'not allowed'],
  ])('refuses %s', async (_, input, words) => {
    await expect(run(input)).rejects.toThrow(words);
  });

  it('refuses a workspace without a component', async () => {
    workspace.setContent({ 'README.md': 'x' });
    await expect(run({})).rejects.toThrow('There is no component to score');
  });
});

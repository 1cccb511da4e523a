import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { exampleInput } from '../__testUtils__/exampleInput';
import { annotateExamples } from './annotateExamples';
import { createAnnotateAction } from './createAnnotateAction';

const FILE = `# Who owns what
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout # as everybody calls it
  annotations:
    maturity/ci: 'github-actions'
spec:
  type: service
  lifecycle: production
  owner: "group:default/web"
`;

describe('maturity:catalog:annotate', () => {
  const workspace = createMockDirectory();
  const action = createAnnotateAction();

  beforeEach(() => workspace.setContent({ 'catalog-info.yaml': FILE }));

  async function run(input: Parameters<typeof contextOf>[0]) {
    const context = contextOf(input);
    await action.handler(context);
    return Object.fromEntries(context.output.mock.calls);
  }

  function contextOf(input: {
    entity: string;
    file?: string;
    annotations?: Record<string, string>;
    fields?: Record<string, string>;
  }) {
    const context = createMockActionContext({
      input,
      workspacePath: workspace.path,
    });
    return { ...context, output: jest.fn() };
  }

  function text(): string {
    return readFileSync(path.join(workspace.path, 'catalog-info.yaml'), 'utf8');
  }

  it.each(annotateExamples.map(example => [example.description, example]))(
    'runs its example: %s',
    async (_, example) => {
      const output = await run(exampleInput(example));
      expect(output.changed).toBe(true);
      expect(text()).not.toBe(FILE);
      expect(await run(exampleInput(example))).toEqual({
        changed: false,
        diff: '',
        changes: [],
      });
    },
  );

  it('changes what was asked for and nothing else, and says what it changed', async () => {
    const output = await run({
      entity: 'checkout',
      fields: { 'spec.owner': 'group:default/payments' },
      annotations: { 'maturity/tier': '1', 'maturity/cd': ' ' },
    });
    expect(text()).toBe(
      FILE.replace('group:default/web', 'group:default/payments').replace(
        `'github-actions'\n`,
        `'github-actions'\n    maturity/tier: '1'\n`,
      ),
    );
    expect(output.changes).toEqual([
      {
        path: 'spec.owner',
        before: 'group:default/web',
        after: 'group:default/payments',
      },
      {
        path: 'metadata.annotations.maturity/tier',
        before: undefined,
        after: '1',
      },
    ]);
    expect(output.diff).toContain('-  owner: "group:default/web"\n');
  });

  it.each([
    [
      'an entity that is not there',
      { entity: 'billing', annotations: { 'maturity/tier': '1' } },
      'billing',
    ],
    [
      'a malformed objective',
      {
        entity: 'checkout',
        annotations: { 'maturity/slo': 'availability=100/30d' },
      },
      'maturity/slo',
    ],
    ['a file that is not there', { entity: 'x', file: './no.yaml' }, 'no.yaml'],
    [
      'a file outside of the workspace',
      { entity: 'x', file: '../../etc/passwd' },
      'not allowed',
    ],
  ])('refuses %s and leaves the file as it was', async (_, input, words) => {
    await expect(run(input)).rejects.toThrow(words);
    expect(text()).toBe(FILE);
  });

  it('does not follow a link out of the workspace', async () => {
    const outside = path.join(workspace.path, '..', `outside-${process.pid}`);
    writeFileSync(outside, FILE);
    symlinkSync(outside, path.join(workspace.path, 'linked.yaml'));
    await expect(
      run({
        entity: 'checkout',
        file: 'linked.yaml',
        annotations: { 'maturity/tier': '1' },
      }),
    ).rejects.toThrow('not allowed');
    expect(readFileSync(outside, 'utf8')).toBe(FILE);
  });
});

import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { exampleInput } from '../__testUtils__/exampleInput';
import { annotateExamples } from './annotateExamples';
import { createAnnotateAction } from './createAnnotateAction';
import type { FieldValues } from './wishes';

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
    fields?: FieldValues | FieldValues[];
    removeFields?: string[];
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

  const wish = { entity: 'checkout', annotations: { 'maturity/tier': '1' } };
  const added = (eol: string) =>
    `    maturity/ci: 'github-actions'${eol}    maturity/tier: '1'${eol}`;

  it.each([
    ['CRLF', FILE.replace(/\n/g, '\r\n'), '\r\n'],
    ['a byte order mark', `\ufeff${FILE}`, '\n'],
    [
      'an anchor elsewhere',
      FILE.replace('type: service', 'type: &t service\n  also: *t'),
      '\n',
    ],
    [
      'ten documents',
      [...'abcde', 'checkout', ...'fghi']
        .map(each => FILE.replace('checkout', each))
        .join('---\n'),
      '\n',
    ],
  ])('keeps %s', async (_, before, eol) => {
    workspace.setContent({ 'catalog-info.yaml': before });
    await run(wish);
    const at = before.indexOf('name: checkout');
    const line = `    maturity/ci: 'github-actions'${eol}`;
    const place = before.indexOf(line, at);
    expect(text()).toBe(
      before.slice(0, place) + added(eol) + before.slice(place + line.length),
    );
  });

  it.each([
    ['tabs', FILE.replace('  name', '\tname'), /catalog-info\.yaml:5:.*tab/],
    [
      'a key that stands twice',
      FILE.replace('spec:', 'kind: API\nspec:'),
      /catalog-info\.yaml:8:.*"kind".*only once/s,
    ],
    [
      'an anchor that the change would break',
      FILE.replace(
        '  annotations:',
        '  labels: &a\n    x: y\n  annotations: *a\n  x:',
      ),
      /alias/,
    ],
    ['no entity', 'a: 1\n', /no entity/],
    ['the entity twice', `${FILE}---\n${FILE}`, /2 documents/],
    ['no YAML', 'a: [\n', /YAML/],
    ['nothing', '', /no entity/],
  ])(
    'refuses a file with %s and leaves it as it was',
    async (_, file, words) => {
      workspace.setContent({ 'catalog-info.yaml': file });
      await expect(run(wish)).rejects.toThrow(words);
      expect(text()).toBe(file);
    },
  );

  it.each(['100', '0', '-1', 'high', '99.99999'])(
    'refuses the objective %s',
    async objective => {
      const annotations = { 'maturity/slo': `availability=${objective}/30d` };
      await expect(run({ entity: 'checkout', annotations })).rejects.toThrow(
        'maturity/slo',
      );
      expect(text()).toBe(FILE);
    },
  );

  it('takes lists as lists or with commas, and the later of two values', async () => {
    await run({
      entity: 'checkout',
      fields: [
        {
          'spec.dependsOn': 'component:default/a, component:default/b',
          'spec.owner': 'group:default/first',
        },
        { 'spec.consumesApis': ['x'], 'spec.owner': 'group:default/second' },
      ],
      removeFields: ['spec.lifecycle'],
    });
    expect(parse(text()).spec).toEqual({
      type: 'service',
      owner: 'group:default/second',
      dependsOn: ['component:default/a', 'component:default/b'],
      consumesApis: ['x'],
    });
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

import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { exampleInput } from '../__testUtils__/exampleInput';
import { addFilesExamples } from './addFilesExamples';
import { createAddFilesAction } from './createAddFilesAction';

describe('maturity:files:add', () => {
  const workspace = createMockDirectory();

  beforeEach(() =>
    workspace.setContent({
      change: { 'slo.yaml': 'new', docs: { 'runbook.md': 'new' } },
      repository: { 'README.md': 'old' },
    }),
  );

  async function run(input: {
    from: string;
    to: string;
    keep?: string[];
    replace?: boolean;
  }) {
    const context = {
      ...createMockActionContext({ input, workspacePath: workspace.path }),
      output: jest.fn(),
    };
    await createAddFilesAction().handler(context);
    return Object.fromEntries(context.output.mock.calls);
  }

  it('runs its first example: new files beside those that are there', async () => {
    const input = exampleInput(addFilesExamples[0]);
    expect(await run(input)).toEqual({
      added: ['docs/runbook.md', 'slo.yaml'],
      replaced: [],
      unchanged: [],
      summary: '- `docs/runbook.md` is new.\n- `slo.yaml` is new.',
    });
    expect(workspace.content()).toEqual({
      change: { 'slo.yaml': 'new', docs: { 'runbook.md': 'new' } },
      repository: {
        'README.md': 'old',
        'slo.yaml': 'new',
        docs: { 'runbook.md': 'new' },
      },
    });
    expect(await run(input)).toMatchObject({
      added: [],
      unchanged: ['docs/runbook.md', 'slo.yaml'],
    });
  });

  it('runs its second example: replaces, and keeps what it is told to', async () => {
    workspace.addContent({
      repository: { 'slo.yaml': 'old', docs: { 'runbook.md': 'old' } },
    });
    expect(await run(exampleInput(addFilesExamples[1]))).toMatchObject({
      replaced: ['slo.yaml'],
      unchanged: ['docs/runbook.md'],
    });
    expect(workspace.content()).toEqual({
      change: { 'slo.yaml': 'new', docs: {} },
      repository: {
        'README.md': 'old',
        'slo.yaml': 'new',
        docs: { 'runbook.md': 'old' },
      },
    });
  });

  it('writes nothing when a file is there with another content', async () => {
    workspace.addContent({ repository: { 'slo.yaml': 'old' } });
    const before = workspace.content();
    await expect(run({ from: './change', to: './repository' })).rejects.toThrow(
      'files with another content: slo.yaml; expected none',
    );
    expect(workspace.content()).toEqual(before);
  });

  it('follows no link', async () => {
    workspace.addContent({ outside: {} });
    symlinkSync(
      path.dirname(workspace.path),
      path.join(workspace.path, 'repository', 'docs'),
    );
    await expect(run({ from: './change', to: './repository' })).rejects.toThrow(
      'not allowed',
    );
  });

  it.each([
    ['./change', './change'],
    ['.', './repository'],
    ['./change/docs', './change'],
  ])('does not put the files of %s into %s', async (from, to) => {
    const before = workspace.content();
    await expect(run({ from, to })).rejects.toThrow(
      `The files of "${from}" cannot be put into "${to}"; expected two folders`,
    );
    expect(workspace.content()).toEqual(before);
  });

  it.each([
    ['nothing to add', { from: './none', to: './repository' }, 'holds no file'],
    ['a folder outside', { from: '../..', to: './repository' }, 'not allowed'],
    ['a place outside', { from: './change', to: '../..' }, 'not allowed'],
  ])('refuses %s', async (_, input, words) => {
    await expect(run(input)).rejects.toThrow(words);
  });
});

import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fsPromises from 'node:fs/promises';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import git from 'isomorphic-git';
import { exampleInput } from '../__testUtils__/exampleInput';
import { localRoot } from '../__testUtils__/localRoot';
import { createPublishLocalAction } from './createPublishLocalAction';
import { publishLocalExamples } from './publishLocalExamples';

const FILES = {
  'catalog-info.yaml': 'kind: Component\n',
  src: { 'index.ts': 'export {};\n' },
};

type Input = {
  name: string;
  update?: boolean;
  message?: string;
};

describe('maturity:publish:local', () => {
  const workspace = createMockDirectory();
  const place = createMockDirectory();
  let root: string;

  beforeEach(() => {
    workspace.setContent(FILES);
    place.clear();
    root = path.join(place.path, 'services');
  });

  async function run(
    input: Input,
    options: {
      task?: string;
      step?: string;
      dry?: boolean;
      signal?: AbortSignal;
    } = {},
  ) {
    const context = {
      ...createMockActionContext({ input, workspacePath: workspace.path }),
      task: { id: options.task ?? 'task-1' },
      step: { id: options.step ?? 'publish' },
      isDryRun: options.dry ?? false,
      signal: options.signal,
      output: jest.fn(),
    };
    const local = localRoot(root, ['checkout']);
    await createPublishLocalAction({ local }).handler(context);
    return Object.fromEntries(context.output.mock.calls);
  }

  const inService = (...parts: string[]) =>
    path.join(root, 'checkout', ...parts);

  function hidden(): string[] {
    return existsSync(root)
      ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name =>
          /\.(?:incoming|updating)-/.test(name),
        )
      : [];
  }

  it('runs its examples, one after the other', async () => {
    for (const [index, example] of publishLocalExamples.entries()) {
      const output = await run(exampleInput(example), { task: `${index}` });
      expect(output).toMatchObject({ name: 'checkout', files: 2 });
    }
    const log = await git.log({ fs, dir: inService() });
    expect(log.map(({ commit }) => commit.message.split('\n')[0])).toEqual([
      'Declare the tier',
      'Create checkout',
    ]);
  });

  it('makes a clean git repository on the branch main, executable bits kept', async () => {
    writeFileSync(path.join(workspace.path, 'run.sh'), '#!/bin/sh\n');
    chmodSync(path.join(workspace.path, 'run.sh'), 0o755);
    const { commit } = await run({ name: 'checkout' });
    expect(readFileSync(inService('src', 'index.ts'), 'utf8')).toBe(
      'export {};\n',
    );
    expect(statSync(inService('run.sh')).mode % 0o1000).toBe(0o755);
    const dir = inService();
    expect(await git.resolveRef({ fs, dir, ref: 'main' })).toBe(commit);
    const status = await git.statusMatrix({ fs, dir });
    expect(status.map(([file, ...states]) => [file, ...states])).toEqual([
      ['catalog-info.yaml', 1, 1, 1],
      ['run.sh', 1, 1, 1],
      ['src/index.ts', 1, 1, 1],
    ]);
    expect(hidden()).toEqual([]);
  });

  it('leaves a folder that is not empty as it is', async () => {
    mkdirSync(inService(), { recursive: true });
    writeFileSync(inService('mine.txt'), 'mine');
    await expect(run({ name: 'checkout' })).rejects.toThrow(
      'There is a service "checkout" already',
    );
    expect(readdirSync(inService())).toEqual(['mine.txt']);
    expect(hidden()).toEqual([]);
  });

  it('lets one of two runs at once have the name', async () => {
    const runs = await Promise.allSettled([
      run({ name: 'checkout' }, { task: 'one' }),
      run({ name: 'checkout' }, { task: 'two' }),
    ]);
    expect(runs.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(
      JSON.stringify(runs.map(each => 'reason' in each && String(each.reason))),
    ).toContain('There is a service \\"checkout\\" already');
    expect(hidden()).toEqual([]);
  });

  it('gives the same commit when its task runs it again', async () => {
    const first = await run({ name: 'checkout' }, { task: 'task-7' });
    const again = await run({ name: 'checkout' }, { task: 'task-7' });
    expect(again).toEqual(first);
  });

  it('takes two steps of one task for two changes', async () => {
    await run({ name: 'checkout' }, { task: 'one', step: 'first' });
    workspace.setContent({ 'catalog-info.yaml': 'kind: API\n' });
    const input = { name: 'checkout', update: true };
    await run(input, { task: 'one', step: 'second' });
    expect(readFileSync(inService('catalog-info.yaml'), 'utf8')).toBe(
      'kind: API\n',
    );
    expect(await git.log({ fs, dir: inService() })).toHaveLength(2);
  });

  it('updates the files that are given, keeps the others, and commits', async () => {
    await run({ name: 'checkout' }, { task: 'one' });
    workspace.setContent({ 'catalog-info.yaml': 'kind: API\n' });
    await run({ name: 'checkout', update: true }, { task: 'two' });
    expect(readFileSync(inService('catalog-info.yaml'), 'utf8')).toBe(
      'kind: API\n',
    );
    expect(existsSync(inService('src', 'index.ts'))).toBe(true);
    expect(await git.log({ fs, dir: inService() })).toHaveLength(2);
    expect(hidden()).toEqual([]);
  });

  it('lets one of two updates at once change the service', async () => {
    await run({ name: 'checkout' }, { task: 'one' });
    const runs = await Promise.allSettled(
      ['two', 'three'].map(task =>
        run({ name: 'checkout', update: true }, { task }),
      ),
    );
    expect(runs.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(
      JSON.stringify(runs.map(each => 'reason' in each && String(each.reason))),
    ).toContain('is being changed by another task');
    expect(await git.log({ fs, dir: inService() })).toHaveLength(2);
    expect(hidden()).toEqual([]);
  });

  it.each([
    [
      'a file',
      'a folder',
      { src: 'file\n' },
      '"src" of the service is a folder',
    ],
    [
      'a folder',
      'a file',
      { 'catalog-info.yaml': { 'a.txt': '' } },
      '"catalog-info.yaml" of the service is a file; expected a folder',
    ],
  ])(
    'refuses %s in the place of %s, before anything is changed',
    async (_, __, files, words) => {
      await run({ name: 'checkout' }, { task: 'one' });
      workspace.setContent({ 'a.txt': 'new\n', ...files });
      await expect(
        run({ name: 'checkout', update: true }, { task: 'two' }),
      ).rejects.toThrow(words);
      expect(existsSync(inService('a.txt'))).toBe(false);
      expect(await git.log({ fs, dir: inService() })).toHaveLength(1);
      expect(hidden()).toEqual([]);
    },
  );

  it('puts files into new folders', async () => {
    await run({ name: 'checkout' }, { task: 'one' });
    workspace.setContent({ docs: { adr: { '1.md': '# One\n' } } });
    await run({ name: 'checkout', update: true }, { task: 'two' });
    expect(readFileSync(inService('docs/adr/1.md'), 'utf8')).toBe('# One\n');
    const dir = inService();
    const status = await git.statusMatrix({ fs, dir });
    expect(status.filter(([, ...states]) => `${states}` !== '1,1,1')).toEqual(
      [],
    );
  });

  it.each([
    ['nothing to update', { name: 'checkout', update: true }, 'no service'],
    ['a name with a path', { name: '../checkout' }, 'lower-case letters'],
  ])('refuses %s', async (_, input, words) => {
    await expect(run(input)).rejects.toThrow(words);
    expect(hidden()).toEqual([]);
  });

  it('refuses to update a folder that is no repository', async () => {
    mkdirSync(inService(), { recursive: true });
    writeFileSync(inService('mine.txt'), 'mine');
    await expect(run({ name: 'checkout', update: true })).rejects.toThrow(
      'is no git repository with a commit',
    );
    expect(readdirSync(inService())).toEqual(['mine.txt']);
  });

  it('refuses links in the workspace and on the way of an update', async () => {
    await run({ name: 'checkout' }, { task: 'one' });
    const outside = path.join(place.path, 'outside');
    mkdirSync(outside);
    fs.rmSync(inService('src'), { recursive: true });
    symlinkSync(outside, inService('src'));
    await expect(
      run({ name: 'checkout', update: true }, { task: 'two' }),
    ).rejects.toThrow('"src" of the service is a symbolic link');
    expect(readdirSync(outside)).toEqual([]);

    symlinkSync('/etc/passwd', path.join(workspace.path, 'passwd'));
    await expect(run({ name: 'other' })).rejects.toThrow(
      '"passwd" in the workspace is neither a file nor a folder',
    );
  });

  it.each(['copyFile', 'mkdir'] as const)(
    'leaves nothing behind when the disk is full at %s',
    async method => {
      mkdirSync(root);
      jest
        .spyOn(fsPromises, method)
        .mockRejectedValueOnce(new Error('ENOSPC: no space left on device'));
      await expect(run({ name: 'checkout' })).rejects.toThrow('ENOSPC');
      jest.restoreAllMocks();
      expect(readdirSync(root)).toEqual([]);
    },
  );

  it('leaves nothing behind when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      run({ name: 'checkout' }, { signal: controller.signal }),
    ).rejects.toThrow('aborted');
    expect(existsSync(inService())).toBe(false);
    expect(hidden()).toEqual([]);
  });

  it('says in a dry run whether it could, and writes nothing', async () => {
    expect(await run({ name: 'checkout' }, { dry: true })).toEqual({
      name: 'checkout',
      files: 0,
      commit: '',
    });
    expect(existsSync(root)).toBe(false);
    await run({ name: 'checkout' });
    await expect(run({ name: 'checkout' }, { dry: true })).rejects.toThrow(
      'already',
    );
  });

  it('says what is missing when no root is configured', async () => {
    const context = createMockActionContext({
      input: { name: 'checkout' },
      workspacePath: workspace.path,
    });
    await expect(
      createPublishLocalAction({ local: undefined }).handler(context),
    ).rejects.toThrow('There is no "maturity.local.root"');
  });
});

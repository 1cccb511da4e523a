import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { exampleInput } from '../__testUtils__/exampleInput';
import { localRoot } from '../__testUtils__/localRoot';
import { createFetchLocalAction } from './createFetchLocalAction';
import { fetchLocalExamples } from './fetchLocalExamples';

type Input = { name: string; files?: string[]; targetPath?: string };

describe('maturity:fetch:local', () => {
  const workspace = createMockDirectory();
  const root = createMockDirectory();

  beforeEach(() => {
    workspace.clear();
    root.setContent({
      checkout: {
        'catalog-info.yaml': 'kind: Component\n',
        '.gitignore': 'dist/\n*.log\n!kept.log\n',
        '.git': { HEAD: 'ref: refs/heads/main\n' },
        dist: { 'index.js': '' },
        node_modules: { a: { 'index.js': '' } },
        'debug.log': '',
        'kept.log': '',
        src: { 'index.ts': 'export {};\n', dist: { 'built.js': '' } },
      },
    });
  });

  async function run(
    input: Input,
    options: {
      limits?: { files: number; bytes: number };
      dry?: boolean;
      signal?: AbortSignal;
    } = {},
  ) {
    const context = {
      ...createMockActionContext({ input, workspacePath: workspace.path }),
      isDryRun: options.dry ?? false,
      signal: options.signal,
      output: jest.fn(),
    };
    const { limits } = options;
    const local = localRoot(root.path, ['checkout', 'again']);
    await createFetchLocalAction({ local, limits }).handler(context);
    return Object.fromEntries(context.output.mock.calls);
  }

  const inWorkspace = (...parts: string[]) =>
    path.join(workspace.path, ...parts);

  const fetched = () =>
    readdirSync(workspace.path, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile())
      .map(entry =>
        path.relative(workspace.path, path.join(entry.parentPath, entry.name)),
      )
      .sort();

  it('runs its first example: one named file', async () => {
    expect(await run(exampleInput(fetchLocalExamples[0]))).toEqual({
      files: 1,
      bytes: 16,
    });
    expect(readFileSync(inWorkspace('catalog-info.yaml'), 'utf8')).toBe(
      'kind: Component\n',
    );
    expect(fetched()).toEqual(['catalog-info.yaml']);
  });

  it('runs its second example: all files that git does not ignore', async () => {
    const { files } = await run(exampleInput(fetchLocalExamples[1]));
    expect(files).toBe(4);
    expect(fetched()).toEqual([
      'repository/.gitignore',
      'repository/catalog-info.yaml',
      'repository/kept.log',
      'repository/src/index.ts',
    ]);
  });

  it('keeps executable bits, and does the same in a dry run', async () => {
    chmodSync(path.join(root.path, 'checkout', 'kept.log'), 0o755);
    await run({ name: 'checkout', files: ['kept.log'] }, { dry: true });
    expect(statSync(inWorkspace('kept.log')).mode % 0o1000).toBe(0o755);
  });

  it.each([
    ['a name with a path', { name: '../checkout' }, 'lower-case letters'],
    [
      'a service that is not there',
      { name: 'billing' },
      'no service "billing"',
    ],
    [
      'a file that is not there',
      { name: 'checkout', files: ['no.yaml'] },
      'holds no file "no.yaml"',
    ],
    ['a folder', { name: 'checkout', files: ['src'] }, '"src" of the service'],
    [
      'a file outside',
      { name: 'checkout', files: ['../../etc/passwd'] },
      'no path of a file of the service',
    ],
    [
      'an absolute path',
      { name: 'checkout', files: ['/etc/passwd'] },
      'no path of a file of the service',
    ],
    [
      'the history',
      { name: 'checkout', files: ['src/../.git/HEAD'] },
      'no path of a file of the service',
    ],
    [
      'a place outside of the workspace',
      { name: 'checkout', targetPath: '../outside' },
      'not allowed',
    ],
  ])('refuses %s', async (_, input, words) => {
    await expect(run(input)).rejects.toThrow(words);
    expect(fetched()).toEqual([]);
  });

  it.each([
    ['all files', undefined],
    ['a named file', ['linked']],
    ['a file behind a linked folder', ['folder/secret']],
  ])('follows no link when it fetches %s', async (_, files) => {
    const outside = path.join(root.path, 'outside');
    root.addContent({ outside: { secret: 'secret' } });
    const inService = path.join(root.path, 'checkout');
    symlinkSync(path.join(outside, 'secret'), path.join(inService, 'linked'));
    symlinkSync(outside, path.join(inService, 'folder'));
    await expect(run({ name: 'checkout', files })).rejects.toThrow(
      /symbolic link/,
    );
    expect(fetched()).not.toContain('linked');
    expect(existsSync(inWorkspace('folder'))).toBe(false);
  });

  it('takes no linked folder for a service', async () => {
    symlinkSync(
      path.join(root.path, 'checkout'),
      path.join(root.path, 'again'),
    );
    await expect(run({ name: 'again' })).rejects.toThrow('no service "again"');
  });

  it.each([
    [{ files: 3, bytes: 1_000 }, 'more than 3 files'],
    [{ files: 9, bytes: 20 }, 'too large'],
  ])('stops at the limits %j', async (limits, words) => {
    await expect(run({ name: 'checkout' }, { limits })).rejects.toThrow(words);
  });

  it('stops when it is cancelled', async () => {
    await expect(
      run({ name: 'checkout' }, { signal: AbortSignal.abort() }),
    ).rejects.toThrow('aborted');
    expect(fetched()).toEqual([]);
  });

  it('says what is missing when no root is configured', async () => {
    const context = createMockActionContext({ input: { name: 'checkout' } });
    await expect(
      createFetchLocalAction({ local: undefined }).handler(context),
    ).rejects.toThrow('There is no "maturity.local.root"');
  });
});

import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, removeFolders } from '../testing/temporaryFolder.fixture';
import { readFileTree } from './fileTree';
import { readGitWorkTree } from './gitWorkTree';

afterAll(removeFolders);

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('readFileTree', () => {
  it('lists files with dot folders, without .git, node_modules and what git ignores', () => {
    const folder = folderOf({
      '.git/HEAD': 'x',
      '.github/workflows/ci.yml': '',
      '.gitignore': 'out\n',
      'src/a.ts': '',
      'out/b.js': '',
      'node_modules/a/index.js': '',
    });
    expect(readFileTree(folder).paths).toEqual([
      '.github/workflows/ci.yml',
      '.gitignore',
      'src/a.ts',
    ]);
  });

  it('follows links to files inside only, and none to folders', async () => {
    const outside = folderOf({ 'secret.txt': 'secret', 'folder/x.txt': '' });
    const folder = folderOf({ 'a.txt': 'a' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'));
    symlinkSync(join(outside, 'folder'), join(folder, 'folder'));
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync('a.txt', join(folder, 'in.txt'));
    const tree = readFileTree(folder);
    expect(tree.paths).toEqual(['a.txt', 'in.txt']);
    expect(await tree.read('in.txt')).toBe('a');
    expect(await tree.read('out.txt')).toBeUndefined();
    expect(await tree.read('../secret.txt')).toBeUndefined();
  });

  it('reads no file that is too large or not text', async () => {
    const folder = folderOf({ 'big.txt': 'x'.repeat(11), 'small.txt': 'x' });
    writeFileSync(join(folder, 'binary.txt'), Buffer.from([65, 0, 66]));
    const tree = readFileTree(folder, { files: 10, bytes: 10 });
    expect(await tree.read('big.txt')).toBeUndefined();
    expect(await tree.read('binary.txt')).toBeUndefined();
    expect(await tree.read('small.txt')).toBe('x');
  });

  it('says when the listing was cut', () => {
    const folder = folderOf({ a: '', b: '', c: '' });
    expect(readFileTree(folder, { files: 2, bytes: 10 })).toMatchObject({
      paths: ['a', 'b'],
      complete: false,
    });
    expect(readFileTree(folder, { files: 3, bytes: 10 }).complete).toBe(true);
  });

  it('refuses what is no folder', () => {
    const folder = folderOf({ a: '' });
    expect(() => readFileTree(join(folder, 'a'))).toThrow(
      /is not a folder; --repo expects the folder of a repository\.$/,
    );
  });
});

describe('readGitWorkTree', () => {
  it.each([
    [
      'a loose reference',
      {
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/refs/heads/main': `${COMMIT}\n`,
      },
    ],
    [
      'a packed reference',
      {
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/packed-refs': `# pack\n${COMMIT} refs/heads/main\n`,
      },
    ],
    ['a detached head', { '.git/HEAD': `${COMMIT}\n` }],
  ])('sees a commit by %s', (_, files) => {
    expect(readGitWorkTree(folderOf(files))).toEqual({});
  });

  it.each([
    ['no .git', {}],
    ['no commit yet', { '.git/HEAD': 'ref: refs/heads/main\n' }],
    [
      'another branch',
      {
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/packed-refs': `${COMMIT} refs/heads/other\n`,
      },
    ],
    ['nonsense', { '.git/HEAD': 'hello' }],
    ['a .git file that points nowhere', { '.git': 'gitdir: /nowhere/at/all' }],
  ])('sees none with %s', (_, files) => {
    expect(readGitWorkTree(folderOf(files))).toBeUndefined();
  });

  it('names the remote without credentials', () => {
    const config =
      '[core]\n\tbare = false\n[remote "fork"]\n\turl = git@git.test:b/a.git\n[remote "origin"]\n\turl = https://me:token@git.test/a.git\n';
    expect(
      readGitWorkTree(folderOf({ '.git/HEAD': COMMIT, '.git/config': config })),
    ).toEqual({ remote: 'https://git.test/a.git' });
  });

  it('follows a linked work tree', () => {
    const folder = folderOf({
      'main/.git/worktrees/w/HEAD': 'ref: refs/heads/w',
      'main/.git/worktrees/w/commondir': '../..',
      'main/.git/refs/heads/w': COMMIT,
      'main/.git/config': '[remote "origin"]\n url = https://git.test/a.git\n',
      'w/.git': 'gitdir: ../main/.git/worktrees/w',
    });
    expect(readGitWorkTree(join(folder, 'w'))).toEqual({
      remote: 'https://git.test/a.git',
    });
  });
});

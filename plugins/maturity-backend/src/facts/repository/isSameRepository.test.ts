import { isSameRepository } from './isSameRepository';

function isSame(source: string, file: string): boolean {
  return isSameRepository(
    new URL(`https://${source}`),
    new URL(`https://${file}`),
  );
}

const MINE = 'github.com/acme/mine/blob/main/catalog-info.yaml';

describe('isSameRepository', () => {
  it.each([
    ['github.com/acme/mine', MINE],
    ['github.com/acme/mine.git', MINE],
    ['github.com/acme/mine/tree/v2/services/a/', MINE],
    [
      'git.test:3000/acme/mine',
      'git.test:3000/acme/mine/src/branch/main/c.yaml',
    ],
    ['gitlab.com/a/b/c/-/tree/main/', 'gitlab.com/a/b/c/-/blob/main/c.yaml'],
    ['gitlab.com/a/b/c', 'gitlab.com/a/b/c/blob/main/c.yaml'],
    ['bitbucket.org/w/r', 'bitbucket.org/w/r/src/main/c.yaml'],
    [
      'git.test/projects/K/repos/s/browse/',
      'git.test/projects/K/repos/s/browse/c.yaml?at=main',
    ],
    [
      'dev.azure.com/o/My%20Project/_git/r?path=%2F',
      'dev.azure.com/o/My%20Project/_git/r?path=/c.yaml',
    ],
    ['o.visualstudio.com/p/_git/r', 'o.visualstudio.com/p/_git/r?path=/c.yaml'],
    ['git.test/tfs/C/p/_git/r', 'git.test/tfs/C/p/_git/r?path=/c.yaml'],
    [
      'git.test/gitiles/a/b/+/refs/heads/main/',
      'git.test/gitiles/a/b/+/refs/heads/main/c.yaml',
    ],
    [
      'app.harness.io/ng/account/A/module/code/orgs/O/projects/P/repos/r',
      'app.harness.io/ng/account/A/module/code/orgs/O/projects/P/repos/r/files/main/~/c.yaml',
    ],
  ])('finds %s where %s is', (source, file) => {
    expect(isSame(source, file)).toBe(true);
  });

  it.each([
    ['another name', 'github.com/acme/secret', MINE],
    ['another owner', 'github.com/other/mine', MINE],
    ['another host', 'git.test/acme/mine', MINE],
    ['another port', 'github.com:8443/acme/mine', MINE],
    ['a longer name', 'github.com/acme/mine-too', MINE],
    ['a group', 'gitlab.com/a', 'gitlab.com/a/b/-/blob/main/c.yaml'],
    ['a group within', 'gitlab.com/a/b', 'gitlab.com/a/b/c/-/blob/main/c.yaml'],
    ['the host alone', 'github.com', MINE],
    [
      'a folder that a reader takes for a repository',
      'github.com/acme/mine/tree/main/projects/acme/repos/secret',
      MINE,
    ],
    [
      'a file in such a folder',
      'gitlab.com/acme/secret',
      'gitlab.com/acme/mine/-/blob/main/projects/acme/repos/secret/c.yaml',
    ],
    [
      'such a folder around the file',
      'gitlab.com/acme/mine/-/blob/main/projects/acme/repos/secret',
      'gitlab.com/acme/mine/-/blob/main/projects/acme/repos/secret/c.yaml',
    ],
    ['a slash in a name', 'github.com/acme%2Fsecret/mine', MINE],
    ['a path that cannot be decoded', 'github.com/acme/mine/%zz', MINE],
    ['an empty name', 'github.com/acme//mine', MINE],
    [
      'another project',
      'git.test/projects/K/repos/t',
      'git.test/projects/K/repos/s/browse/c.yaml',
    ],
    [
      'another Azure project',
      'dev.azure.com/o/q/_git/r',
      'dev.azure.com/o/p/_git/r?path=/c.yaml',
    ],
    [
      'another Gerrit project',
      'git.test/gitiles/a/+/refs/heads/main/',
      'git.test/gitiles/a/b/+/refs/heads/main/c.yaml',
    ],
    [
      'another Harness repository',
      'app.harness.io/ng/account/A/module/code/repos/r/files/orgs/O/projects/P/repos/t',
      'app.harness.io/ng/account/A/module/code/repos/r/files/main/~/c.yaml',
    ],
  ])('is not deceived by %s', (_what, source, file) => {
    expect(isSame(source, file)).toBe(false);
  });
});

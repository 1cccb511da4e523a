import { pathsToRemove } from './pathsToRemove';

describe('pathsToRemove', () => {
  it('gives each path once', () => {
    expect(
      pathsToRemove(['a.txt', './docs//b.md', 'docs/b.md'], ['c.txt']),
    ).toEqual(['a.txt', 'docs/b.md']);
  });

  it.each([
    '',
    '.',
    '..',
    '../other/catalog-info.yaml',
    'docs/../../other',
    '/etc/passwd',
    '.git/HEAD',
    './.git/HEAD',
    'docs/',
    'a\0b',
  ])('refuses %j', text => {
    expect(() => pathsToRemove([text], [])).toThrow(
      `"remove" names ${JSON.stringify(text)}; expected the path of a file`,
    );
  });

  it('refuses what comes at the same time', () => {
    expect(() => pathsToRemove(['docs/a.md'], ['docs/a.md'])).toThrow(
      'which is in the workspace as well; expected one of both.',
    );
  });
});

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
} from '../testing/temporaryFolder.fixture';
import { load, location } from '../testing/loadFiles.fixture';
import { loadCatalog } from './loadCatalog';

afterAll(removeFolders);

describe('targets of a Location', () => {
  it.each([
    ['./nope.yaml', 'does not exist'],
    ['./sub', 'is a folder'],
    ['./*.nope.yaml', 'matches no YAML file'],
  ])('tells that %s %s', async (target, fault) => {
    const { problems, fatal } = await load({
      'catalog-info.yaml': location('l', './sub/a.yaml', target),
      'sub/a.yaml': component('a'),
    });
    expect(problems).toEqual([
      `catalog-info.yaml:6: spec.targets.1: The Location target "${target}" ${fault}; a catalog file was expected.`,
    ]);
    expect(fatal).toBe(true);
  });

  it('may be missing where the Location says so', async () => {
    const { refs, problems } = await load({
      'catalog-info.yaml': location(
        'l',
        './nope.yaml',
        './*.nope.yaml',
        'a.yaml',
      ).replace('spec:\n', 'spec:\n  presence: optional\n'),
      'a.yaml': component('a'),
    });
    expect(refs).toContain('component:default/a');
    expect(problems).toEqual([]);
  });

  it('are files before they are patterns', async () => {
    const { refs, problems } = await load(
      {
        'l.yaml': location('l', './[a].yaml'),
        '[a].yaml': component('bracket'),
        'a.yaml': component('a'),
      },
      { paths: ['l.yaml'] },
    );
    expect(refs).toEqual(['component:default/bracket', 'location:default/l']);
    expect(problems).toEqual([]);
  });

  it('point at the line where they stand', async () => {
    const { problems } = await load({
      'a.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: l\nspec:\n  targets:\n    - https://git.test/x\n    - ./nope.yaml\n',
    });
    expect(problems).toEqual([
      expect.stringMatching(/^a\.yaml:7: The Location target "https:/),
      expect.stringMatching(/^a\.yaml:8: spec\.targets\.1: /),
    ]);
  });
});

describe('files of a folder', () => {
  it('are found through links that stay inside, and are read once', async () => {
    const outside = folderOf({ 'b.yaml': component('b') });
    const cwd = folderOf({
      'deep/a.txt': component('a'),
      'c.yaml': component('c'),
    });
    symlinkSync('deep/a.txt', join(cwd, 'a.yaml'));
    symlinkSync('c.yaml', join(cwd, 'again.yaml'));
    symlinkSync(join(outside, 'b.yaml'), join(cwd, 'b.yaml'));
    symlinkSync('nowhere.yaml', join(cwd, 'lost.yaml'));
    symlinkSync('.', join(cwd, 'loop'));
    const { entities, problems } = await loadCatalog({
      paths: ['.'],
      context: [],
      cwd,
    });
    expect(entities.map(({ ref, file }) => [ref, file])).toEqual([
      ['component:default/a', 'a.yaml'],
      ['component:default/c', 'again.yaml'],
    ]);
    expect(problems).toEqual([]);
  });

  it('are left out where this clone ignores them', async () => {
    const { refs } = await load({
      '.git/info/exclude': '/scratch/\n*.tmp.yaml\n',
      '.gitignore': '!keep.tmp.yaml\n',
      'a.yaml': component('a'),
      'b.tmp.yaml': component('b'),
      'keep.tmp.yaml': component('k'),
      'scratch/c.yaml': component('c'),
    });
    expect(refs).toEqual(['component:default/a', 'component:default/k']);
  });

  it('are not looked for behind an empty path', async () => {
    await expect(load({}, { paths: [''] })).rejects.toThrow(
      'A path is empty. A catalog file, a folder or a pattern was expected.',
    );
  });
});

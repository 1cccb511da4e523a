import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { load, location } from '../testing/loadFiles.fixture';
import { loadCatalog } from './loadCatalog';

afterAll(removeFolders);

describe('which files are read', () => {
  it('reads every YAML file of a folder, all documents, in order', async () => {
    const { refs, problems } = await load({
      'b.yml': component('b'),
      'a.yaml': `${component('a')}---\n${TEAM}---\n`,
      'sub/c.yaml': component('c'),
      'readme.md': 'no',
    });
    expect(refs).toEqual([
      'component:default/a',
      'group:default/team',
      'component:default/b',
      'component:default/c',
    ]);
    expect(problems).toEqual([]);
  });

  it('leaves out node_modules, dot folders, chart templates and what git ignores', async () => {
    const { refs, problems } = await load({
      '.gitignore': 'out/\n*.tmp.yaml\n',
      'a.yaml': component('a'),
      'b.tmp.yaml': component('b'),
      'out/c.yaml': component('c'),
      'node_modules/x/d.yaml': component('d'),
      '.hidden/e.yaml': component('e'),
      'sub/.gitignore': '!keep.tmp.yaml\nsecret.yaml\n',
      'sub/keep.tmp.yaml': component('kept'),
      'other/g.tmp.yaml': component('g'),
      'sub/secret.yaml': component('f'),
      'chart/Chart.yaml': 'name: a',
      'chart/templates/g.yaml': '{{ if }}',
      'layer/Chart.yaml.njk': 'name: ${{ values.name }}',
      'layer/templates/h.yaml': '{{ if }}',
    });
    expect(refs).toEqual(['component:default/a', 'component:default/kept']);
    expect(problems).toEqual([]);
  });

  it('applies the ignore rules of the whole work tree to a folder inside it', async () => {
    const { refs } = await load(
      {
        '.git/HEAD': '',
        '.gitignore': 'sub/b.yaml\n',
        'sub/a.yaml': component('a'),
        'sub/b.yaml': component('b'),
      },
      { paths: ['sub'] },
    );
    expect(refs).toEqual(['component:default/a']);
  });

  it('reads a file that is named, whatever ignores it', async () => {
    const { refs } = await load(
      { '.gitignore': '*.yaml\n', 'a.yaml': component('a') },
      { paths: ['a.yaml'] },
    );
    expect(refs).toEqual(['component:default/a']);
  });

  it('reads what a glob matches', async () => {
    const { refs } = await load(
      {
        'x/catalog-info.yaml': component('x'),
        'y/catalog-info.yaml': component('y'),
        'y/other.yaml': component('o'),
      },
      { paths: ['*/catalog-info.yaml'] },
    );
    expect(refs).toEqual(['component:default/x', 'component:default/y']);
  });

  it.each([
    [
      'nope.yaml',
      'The path "nope.yaml" does not exist. A catalog file, a folder or a pattern was expected.',
    ],
    ['x/*.yaml', /^The pattern "x\/\*\.yaml" matches no YAML file below/],
  ])('refuses the path %s', async (path, message) => {
    await expect(load({ 'a.yaml': '' }, { paths: [path] })).rejects.toThrow(
      message,
    );
  });

  it('reads what a glob matches beside the working directory, without what git ignores there', async () => {
    const folder = folderOf({
      'here/x.yaml': '',
      'there/.gitignore': 'b.yaml\n',
      'there/a.yaml': component('a'),
      'there/b.yaml': component('b'),
    });
    const { entities } = await loadCatalog({
      paths: ['../there/*.yaml'],
      context: [],
      cwd: join(folder, 'here'),
    });
    expect(entities.map(({ ref, file }) => [ref, file])).toEqual([
      ['component:default/a', '../there/a.yaml'],
    ]);
  });

  it('ignores documents of others', async () => {
    const { refs, problems } = await load({
      'a.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n',
      'b.yaml': 'services: {}\n',
      'c.yaml': '- a\n- b\n',
      'd.yaml': '',
      'e.yaml': '# nothing\n---\n---\n',
    });
    expect(refs).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('knows context entities without scoring them', async () => {
    const { entities } = await load(
      { 'a.yaml': component('a'), 'ctx/b.yaml': TEAM },
      { paths: ['a.yaml'], context: ['ctx', 'a.yaml'] },
    );
    expect(entities.map(({ ref, scored }) => [ref, scored])).toEqual([
      ['component:default/a', true],
      ['group:default/team', false],
    ]);
  });
});

describe('Locations', () => {
  it('follows relative targets and globs, once, in circles too', async () => {
    const { refs, problems } = await load(
      {
        'a.yaml': location('a', './b.yaml', './more/*.yaml'),
        'b.yaml': location('b', './a.yaml', 'b.yaml'),
        'more/c.yaml': component('c'),
        'more/d.yaml': component('d'),
      },
      { paths: ['a.yaml'] },
    );
    expect(refs.sort()).toEqual([
      'component:default/c',
      'component:default/d',
      'location:default/a',
      'location:default/b',
    ]);
    expect(problems).toEqual([]);
  });

  it('reports URLs as not read', async () => {
    const { problems, fatal } = await load({
      'catalog-info.yaml': location('a', 'https://git.test/a.yaml'),
    });
    expect(problems).toEqual([
      'catalog-info.yaml:6: The Location target "https://git.test/a.yaml" was not read: the command line reads files only.',
    ]);
    expect(fatal).toBe(false);
  });

  it('leads upwards, but never out of the work tree', async () => {
    const files = {
      'in/a.yaml': location('a', '../b.yaml', './missing.yaml'),
      'b.yaml': component('b'),
    };
    const open = await load(files, { paths: ['in'] });
    expect(open.refs).toContain('component:default/b');
    expect(open.problems).toEqual([
      'in/a.yaml:6: spec.targets.1: The Location target "./missing.yaml" does not exist; a catalog file was expected.',
    ]);
    const closed = await load(
      { ...files, 'in/.git/HEAD': '' },
      { paths: ['in'] },
    );
    expect(closed.refs).toEqual(['location:default/a']);
    expect(closed.problems[0]).toBe(
      'in/a.yaml:6: spec.targets.0: The Location target "../b.yaml" leaves the git work tree "in"; a catalog file was expected.',
    );
  });

  it('does not follow a link out of it', async () => {
    const outside = folderOf({ 'b.yaml': component('b') });
    const cwd = folderOf({ 'a.yaml': location('a', './link.yaml') });
    symlinkSync(join(outside, 'b.yaml'), join(cwd, 'link.yaml'));
    const { entities, problems } = await loadCatalog({
      paths: ['.'],
      context: [],
      cwd,
    });
    expect(entities.map(({ ref }) => ref)).toEqual(['location:default/a']);
    expect(problems).toHaveLength(1);
  });
});

describe('texts of other files', () => {
  const api = (definition: string) =>
    `apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: a\nspec:\n  type: openapi\n  lifecycle: production\n  owner: team\n  definition:\n    ${definition}\n`;

  it('puts in the text of files below the catalog file', async () => {
    const { entities, problems } = await load({
      'a.yaml': api('$text: ./api/openapi.txt'),
      'api/openapi.txt': 'openapi: 3.1.0',
    });
    expect(problems).toEqual([]);
    expect(entities[0].entity.spec?.definition).toBe('openapi: 3.1.0');
  });

  it('puts in the text of other files of the git work tree, but none of git itself', async () => {
    const files = {
      '.git/config': 'url = https://user:secret@git.test',
      'in/a.yaml': api('$text: ../shared/api.txt'),
      'in/b.yaml': api('$text: ../.git/config').replace('name: a', 'name: b'),
      'shared/api.txt': 'openapi: 3.1.0',
    };
    const { entities, problems } = await load(files, { paths: ['in'] });
    expect(entities.map(({ entity }) => entity.spec?.definition)).toEqual([
      'openapi: 3.1.0',
    ]);
    expect(problems).toEqual([
      'in/b.yaml:9: spec.definition: "$text: ../.git/config" is a file of git, and is not read. The catalog would reject API "b".',
    ]);
  });

  it('keeps the reference of a URL and says that it was not read', async () => {
    const { entities, problems } = await load({
      'a.yaml': api('$text: https://git.test/a'),
    });
    expect(entities[0].entity.spec?.definition).toBe(
      '$text: https://git.test/a',
    );
    expect(problems).toEqual([
      'a.yaml:4: The URL "https://git.test/a" was not read: the command line reads files only.',
    ]);
  });

  it.each([
    [
      '$text: ../secret.txt',
      'leaves the folder of the catalog file, and is not read.',
    ],
    [
      '$text: /etc/hostname',
      'leaves the folder of the catalog file, and is not read.',
    ],
    ['$text: ./missing.txt', 'does not exist.'],
    ['$json: ./bad.txt', 'is not JSON'],
    ['$yaml: ./two.txt', 'is not one document of YAML.'],
    ['$text: [a]', 'names no file; a relative path or a URL was expected.'],
  ])('refuses %s', async (definition, message) => {
    const { refs, problems } = await load(
      {
        'in/a.yaml': api(definition),
        'secret.txt': 'x',
        'in/bad.txt': 'x',
        'in/two.txt': 'a: 1\n---\nb: 2\n',
      },
      { paths: ['in'] },
    );
    expect(refs).toEqual([]);
    expect(problems[0]).toMatch(/^in\/a\.yaml:9: /);
    expect(problems[0]).toContain(message);
  });
});

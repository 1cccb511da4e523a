import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { describeLoadProblem, loadCatalog } from './loadCatalog';

afterAll(removeFolders);

const load = async (
  files: Record<string, string>,
  options: { paths?: string[]; context?: string[] } = {},
) => {
  const cwd = folderOf(files);
  const catalog = await loadCatalog({
    paths: options.paths ?? ['.'],
    context: options.context ?? [],
    cwd,
  });
  return {
    refs: catalog.entities.map(entity => entity.ref),
    entities: catalog.entities,
    problems: catalog.problems.map(describeLoadProblem),
    fatal: catalog.problems.some(problem => problem.fatal),
  };
};

const location = (name: string, ...targets: string[]) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: ${name}\nspec:\n  targets: ${JSON.stringify(
    targets,
  )}\n`;

/** A text as it is, a pattern as a matcher. */
const like = (message: string | RegExp): unknown =>
  typeof message === 'string' ? message : expect.stringMatching(message);

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
      'catalog-info.yaml:4: The Location target "https://git.test/a.yaml" was not read: the command line reads files only.',
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
      'in/a.yaml:4: spec.targets: The Location target "./missing.yaml" does not exist; a catalog file was expected.',
    ]);
    const closed = await load(
      { ...files, 'in/.git/HEAD': '' },
      { paths: ['in'] },
    );
    expect(closed.refs).toEqual(['location:default/a']);
    expect(closed.problems[0]).toBe(
      'in/a.yaml:4: spec.targets: The Location target "../b.yaml" leaves "in"; a catalog file was expected.',
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
      'leaves the folder of the catalog file; only files beside or below it are read.',
    ],
    [
      '$text: /etc/hostname',
      'leaves the folder of the catalog file; only files beside or below it are read.',
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

describe('files with mistakes', () => {
  it('names file, line and field, and reads the rest', async () => {
    const { refs, problems, fatal } = await load({
      'a.yaml': component('a'),
      'b.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: b\nspec:\n  type: service\n  lifecycle: production\n',
      'c.yaml': 'a: [\n',
    });
    expect(refs).toEqual(['component:default/a']);
    expect(problems).toEqual([
      'b.yaml:5: spec.owner: is missing; the catalog requires it. The catalog would reject Component "b".',
      expect.stringMatching(/^c\.yaml:\d: YAML was expected: /),
    ]);
    expect(fatal).toBe(false);
  });

  it.each([
    [
      'name: "not a name"',
      /^x\.yaml:4: metadata\.name: expected a string that is sequences of .* but found "not a name"\. The catalog would reject Component "not a name"\.$/,
    ],
    [
      'name: x\n  tags: [Upper]',
      /^x\.yaml:5: metadata\.tags\.0: expected a string .* but found "Upper"/,
    ],
    [
      'name: x\n  annotations:\n    maturity/slo: 99.95',
      'x.yaml:6: metadata.annotations.maturity/slo: must be string, found 99.95; put it in quotes. The catalog would reject Component "x".',
    ],
    [
      'name: x\n  annotations:\n    acme.com/a.b: [1]',
      'x.yaml:6: metadata.annotations.acme.com/a.b: must be string, found a list. The catalog would reject Component "x".',
    ],
    [
      'name: x\n  labels:\n    a: "no no"',
      /^x\.yaml:6: metadata\.labels\.a: expected a string/,
    ],
    [
      'name: x\n  links: [{url: nope}]',
      /^x\.yaml:5: metadata\.links\.0\.url: expected a string that is a valid url/,
    ],
    [
      'title: x',
      'x.yaml:3: metadata.name: is missing; the catalog requires it. The catalog would reject Component.',
    ],
    ['name: x\n  namespace: Not_OK!', /^x\.yaml:5: metadata\.namespace: /],
  ])('explains metadata with %j', async (metadata, message) => {
    const { refs, problems } = await load({
      'x.yaml': `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  ${metadata}\nspec:\n  type: service\n  lifecycle: production\n  owner: team\n`,
    });
    expect(refs).toEqual([]);
    expect(problems).toEqual([like(message)]);
  });

  it.each([
    [
      'kind: Service\nmetadata: {name: x}\nspec: {}',
      /^x\.yaml:2: kind: "Service" of apiVersion "backstage\.io\/v1alpha1" is not a kind that the catalog knows; expected one of API, Component/,
    ],
    [
      'kind: Component\nmetadata: {name: x}\nspec: {type: a, lifecycle: b, owner: team}\nrelations: []',
      'x.yaml:5: relations: is not a field of an entity; expected apiVersion, kind, metadata and spec only. The catalog would reject Component "x".',
    ],
    [
      'kind: Component\nmetadata: {name: x}\nspec: {type: a, lifecycle: b, owner: 7}',
      'x.yaml:4: spec.owner: must be string, found 7; put it in quotes. The catalog would reject Component "x".',
    ],
    [
      'kind: Component\nmetadata: {name: x}\nspec:\n  type: a\n  lifecycle: b\n  owner: ":x"',
      /^x\.yaml:7: spec\.owner: ":x" is not an entity reference; expected/,
    ],
    [
      'kind: Component\nmetadata: {name: x}\nspec:\n  type: a\n  lifecycle: b\n  owner: c\n  dependsOn: [no-kind]',
      /^x\.yaml:8: spec\.dependsOn\.0: "no-kind" is not an entity reference/,
    ],
    [
      'kind: Template\nmetadata: {name: x}\nspec: {type: a, steps: []}',
      /^x\.yaml:2: /,
    ],
  ])('explains %j', async (text, message) => {
    const { problems } = await load({
      'x.yaml': `apiVersion: backstage.io/v1alpha1\n${text}\n`,
    });
    expect(problems).toEqual([like(message)]);
  });

  it.each([
    ['a file that is named', { 'x.yaml': 'a: [' }, ['x.yaml'], true],
    [
      'a file called catalog-info',
      { 'sub/catalog-info.yml': 'a: [' },
      ['.'],
      true,
    ],
    [
      'a file without apiVersion that is named',
      { 'x.yaml': 'kind: Component' },
      ['x.yaml'],
      true,
    ],
    [
      'a file that is no entity and is named',
      { 'x.yaml': 'text' },
      ['x.yaml'],
      true,
    ],
    [
      'a file that is named and found through a Location first',
      { 'l.yaml': location('l', './x.yaml'), 'x.yaml': 'a: [' },
      ['l.yaml', 'x.yaml'],
      true,
    ],
    ['any other file', { 'x.yaml': 'a: [' }, ['.'], false],
  ])('ends the run for %s: %#', async (_, files, paths, fatal) => {
    const result = await load(files, { paths });
    expect(result.problems).toHaveLength(1);
    expect(result.fatal).toBe(fatal);
  });

  it('reads the good documents of a file with a bad one', async () => {
    const { refs, problems } = await load({
      'catalog-info.yaml': `${component('a')}---\nkind: [\n---\n${TEAM}`,
    });
    expect(refs).toContain('component:default/a');
    expect(problems.length).toBeGreaterThan(0);
  });

  it('uses the first of two entities of one name, and names both places', async () => {
    const { refs, problems, fatal } = await load({
      'a.yaml': component('x'),
      'b.yaml': component('x'),
    });
    expect(refs).toEqual(['component:default/x']);
    expect(problems).toEqual([
      'b.yaml:1: "component:default/x" is already defined in a.yaml:1; that one is used, this one is not.',
    ]);
    expect(fatal).toBe(false);
  });

  it('passes over skeletons of templates', async () => {
    const { refs, fatal } = await load({
      'catalog-info.yaml': component('${{ values.name }}'),
    });
    expect(refs).toEqual([]);
    expect(fatal).toBe(false);
  });

  it('passes over templates that are no YAML yet, and says so', async () => {
    const { refs, problems, fatal } = await load({
      'a.yaml': component('a'),
      'pod.yaml': 'kind: Pod\nspec:\n  {{- if .Values.on }}\n  a: 1\n',
      'catalog-info.yaml': '{% if values.api %}\nkind: API\n{% endif %}\n',
    });
    expect(refs).toEqual(['component:default/a']);
    expect(problems).toEqual([
      expect.stringMatching(/^catalog-info\.yaml:1: This is a template, /),
      expect.stringMatching(/^pod\.yaml:3: This is a template, /),
    ]);
    expect(fatal).toBe(false);
  });

  it('reads what stands beside a template, and no broken file for one', async () => {
    const { refs, problems, fatal } = await load({
      'catalog-info.yaml': `${component('a')}---\na: [\n`,
    });
    expect(refs).toEqual(['component:default/a']);
    expect(problems).toEqual([
      expect.stringMatching(/^catalog-info\.yaml:\d: YAML was expected: /),
    ]);
    expect(fatal).toBe(true);
  });

  it('reads a file of very many keys', async () => {
    const keys = Array.from({ length: 30_000 }, (_, key) => `k${key}: 1\n`);
    const { refs, problems } = await load({
      'a.yaml': component('a'),
      'b.yaml': keys.join(''),
      'c.yaml': `${keys.join('')}k7: 2\n`,
    });
    expect(refs).toEqual(['component:default/a']);
    expect(problems).toEqual([
      expect.stringMatching(
        /^c\.yaml:30001: YAML was expected: Map keys must be unique/,
      ),
    ]);
  });

  it('refuses a skeleton that was named', async () => {
    const { problems, fatal } = await load(
      { 'a.yaml': component('${{ values.name }}') },
      { paths: ['a.yaml'] },
    );
    expect(problems).toEqual([
      expect.stringMatching(/^a\.yaml:\d+: metadata\.name: /),
    ]);
    expect(fatal).toBe(true);
  });

  it('refuses a file that unfolds without end', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    'bcdefghij'.split('').forEach((name, index) => {
      lines.push(
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefghij'[index]}`)
          .join(', ')}]`,
      );
    });
    const { problems } = await load({ 'a.yaml': lines.join('\n') });
    expect(problems[0]).toMatch(
      /^a\.yaml:1: The file is not usable YAML: Excessive alias count/,
    );
  });

  it('does no harm with prototype keys', async () => {
    const { refs } = await load({
      'a.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: constructor\n  annotations: {__proto__: "x", constructor: "y"}\nspec: {type: a, lifecycle: b, owner: __proto__}\n__proto__: {polluted: true}\n',
      'b.yaml': component('b', { annotations: { constructor: 'x' } }),
    });
    expect(refs).toEqual(['component:default/b']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

import {
  component,
  folderOf,
  removeFolders,
  TEAM,
} from '../testing/temporaryFolder.fixture';
import { like, load, location } from '../testing/loadFiles.fixture';
import { runIn } from '../testing/terminal.fixture';

afterAll(removeFolders);

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
    [
      'name: x\n  labels:\n    "x y": 1',
      'x.yaml:6: metadata.labels.x y: must be string, found 1; put it in quotes. The catalog would reject Component "x".',
    ],
    [
      'name: x\n  annotations:\n    "x y": "1"',
      /^x\.yaml:6: metadata\.annotations\.x y: /,
    ],
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
      'kind: Component\nmetadata: {name: x}\nspec: {type: a, lifecycle: b, owner: team}\nspecs: {}',
      'x.yaml:5: specs: is not a field of an entity; expected apiVersion, kind, metadata and spec only. The catalog would reject Component "x".',
    ],
    [
      'kind: Location\nmetadata: {name: x}\nspec:\n  presence: sometimes\n  target: a.yaml',
      'x.yaml:5: spec.presence: must be one of required,optional, found "sometimes". The catalog would reject Location "x".',
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

  it('takes no catalog file for a template because of an expression in it', async () => {
    const files = {
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n  title: ${{ x }}\nspec: [\n',
    };
    const { problems, fatal } = await load(files);
    expect(problems).toEqual([
      expect.stringMatching(/^catalog-info\.yaml:\d: YAML was expected: /),
    ]);
    expect(fatal).toBe(true);
    const { code } = await runIn(folderOf(files), 'lint');
    expect(code).toBe(1);
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

  it('points at an alias without an anchor', async () => {
    const { problems } = await load({
      'a.yaml': 'a: &a 1\nb: *a\nc: {d: *nope}\n',
    });
    expect(problems).toEqual([
      'a.yaml:3: The file is not usable YAML: Unresolved alias (the anchor must be set before the alias): nope',
    ]);
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

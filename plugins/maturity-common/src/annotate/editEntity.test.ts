import { editEntity } from './editEntity';
import { describeRefusal } from './describeRefusal';
import type { Change, EditOptions } from './types';

function set(key: string, value: string): Change {
  return { do: 'set-annotation', key, value };
}

function edit(text: string, changes: readonly Change[], entity = 'shop') {
  const options: EditOptions = { entity, changes };
  const result = editEntity(text, options);
  if (!result.ok) {
    throw new Error(
      result.refusals.map(each => describeRefusal(each)).join('\n'),
    );
  }
  return result.edit;
}

function refusals(text: string, changes: readonly Change[], entity = 'shop') {
  const result = editEntity(text, { entity, changes });
  return result.ok
    ? []
    : result.refusals.map(each => describeRefusal(each, 'f.yaml'));
}

const SHOP = `# The shop.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop # the name
  description: Sells things.
  annotations:
    # How bad is it?
    maturity/tier: '2' # ask Ada
    other.io/key: "x"
  tags:
    - go
    # below go
    - grpc
spec:
  type: service
  lifecycle: production
  owner: team
  dependsOn:
    - component:default/a # first
    - component:default/b
`;

describe('editEntity', () => {
  it.each<[string, Change, string, string]>([
    [
      'replaces a value and keeps its quoting and its comment',
      set('maturity/tier', '1'),
      `    maturity/tier: '2' # ask Ada\n`,
      `    maturity/tier: '1' # ask Ada\n`,
    ],
    [
      'adds a key behind its neighbours of the same prefix, quoted like the last value',
      set('maturity/ci', 'github-actions'),
      `    maturity/tier: '2' # ask Ada\n`,
      `    maturity/tier: '2' # ask Ada\n    maturity/ci: "github-actions"\n`,
    ],
    [
      'removes a key with its line',
      { do: 'remove-annotation', key: 'maturity/tier' },
      `    maturity/tier: '2' # ask Ada\n`,
      '',
    ],
    [
      'sets a field',
      { do: 'set-field', path: ['spec', 'owner'], value: 'group:default/new' },
      'owner: team',
      'owner: group:default/new',
    ],
    [
      'adds a field',
      { do: 'set-field', path: ['spec', 'system'], value: 'sales' },
      '    - component:default/b\n',
      '    - component:default/b\n  system: sales\n',
    ],
    [
      'adds to a list and keeps the comments in it',
      {
        do: 'set-field',
        path: ['spec', 'dependsOn'],
        value: ['component:default/a', 'resource:default/c'],
      },
      '    - component:default/b\n',
      '    - resource:default/c\n',
    ],
    [
      'adds a list field',
      {
        do: 'set-field',
        path: ['spec', 'consumesApis'],
        value: ['a', 'b'],
      },
      '    - component:default/b\n',
      '    - component:default/b\n  consumesApis:\n    - a\n    - b\n',
    ],
    [
      'adds a tag',
      { do: 'add-tag', tag: 'pci' },
      '    - grpc\n',
      '    - grpc\n    - pci\n',
    ],
    ['removes a tag', { do: 'remove-tag', tag: 'go' }, '    - go\n', ''],
    [
      'adds the first link',
      {
        do: 'set-link',
        link: { url: 'https://a.test/x', type: 'runbook', title: 'Runbook: 1' },
      },
      '    - grpc\n',
      "    - grpc\n  links:\n    - url: https://a.test/x\n      title: 'Runbook: 1'\n      type: runbook\n",
    ],
  ])('%s', (_, change, before, after) => {
    expect(SHOP).toContain(before);
    const { text, changes } = edit(SHOP, [change]);
    expect(text).toBe(SHOP.replace(before, after));
    expect(changes).toHaveLength(1);
    expect(edit(text, [change])).toEqual({ text, diff: '', changes: [] });
  });

  it('says what changed, before and after, and shows it as a diff', () => {
    expect(edit(SHOP, [set('maturity/tier', '1')])).toEqual({
      text: SHOP.replace("'2'", "'1'"),
      changes: [
        {
          path: 'metadata.annotations.maturity/tier',
          before: '2',
          after: '1',
        },
      ],
      diff: `--- a/catalog-info.yaml
+++ b/catalog-info.yaml
@@ -6,7 +6,7 @@
   description: Sells things.
   annotations:
     # How bad is it?
-    maturity/tier: '2' # ask Ada
+    maturity/tier: '1' # ask Ada
     other.io/key: "x"
   tags:
     - go
`,
    });
  });

  it.each([
    [
      'no annotations yet',
      'kind: Component\nmetadata:\n  name: shop\n  title: Shop\nspec:\n  type: x\n',
      "kind: Component\nmetadata:\n  name: shop\n  title: Shop\n  annotations:\n    maturity/tier: '1'\nspec:\n  type: x\n",
    ],
    [
      'four blanks per level',
      'kind: Component\nmetadata:\n    name: shop\n',
      "kind: Component\nmetadata:\n    name: shop\n    annotations:\n        maturity/tier: '1'\n",
    ],
    [
      'no line ending at the end',
      'kind: Component\nmetadata:\n  name: shop',
      "kind: Component\nmetadata:\n  name: shop\n  annotations:\n    maturity/tier: '1'",
    ],
    [
      'carriage returns and a byte order mark',
      '\ufeffkind: Component\r\nmetadata:\r\n  name: shop\r\n  annotations:\r\n    a: b\r\n',
      "\ufeffkind: Component\r\nmetadata:\r\n  name: shop\r\n  annotations:\r\n    a: b\r\n    maturity/tier: '1'\r\n",
    ],
    [
      'an empty map of annotations',
      'kind: Component\nmetadata:\n  name: shop\n  annotations: {}\n',
      "kind: Component\nmetadata:\n  name: shop\n  annotations:\n    maturity/tier: '1'\n",
    ],
    [
      'a key of annotations without a value, with a comment',
      'kind: Component\nmetadata:\n  name: shop\n  annotations: # none yet\nspec: {}\n',
      "kind: Component\nmetadata:\n  name: shop\n  annotations: # none yet\n    maturity/tier: '1'\nspec: {}\n",
    ],
    [
      'a block text as the last value',
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: |\n      text\n\nspec: {}\n',
      "kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: |\n      text\n    maturity/tier: '1'\n\nspec: {}\n",
    ],
    [
      'braces',
      'kind: Component\nmetadata: { name: shop, annotations: { a: b } }\n',
      "kind: Component\nmetadata: { name: shop, annotations: { a: b, maturity/tier: '1' } }\n",
    ],
    [
      'JSON on one line',
      '{"kind":"Component","metadata":{"name":"shop"}}',
      '{"kind":"Component","metadata":{"name":"shop", "annotations": { "maturity/tier": "1" }}}',
    ],
    [
      'JSON on lines',
      '{\n  "kind": "Component",\n  "metadata": {\n    "name": "shop",\n    "annotations": {\n      "a": "b"\n    }\n  }\n}\n',
      '{\n  "kind": "Component",\n  "metadata": {\n    "name": "shop",\n    "annotations": {\n      "a": "b",\n      "maturity/tier": "1"\n    }\n  }\n}\n',
    ],
    [
      'comments behind the last annotation',
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: b\n    # more to come\n\n# the rest\nspec: {}\n',
      "kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: b\n    maturity/tier: '1'\n    # more to come\n\n# the rest\nspec: {}\n",
    ],
  ])('sets an annotation in a file with %s', (_, before, after) => {
    expect(edit(before, [set('maturity/tier', '1')]).text).toBe(after);
  });

  it('replaces a block text and keeps the comment of its first line', () => {
    const before =
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    maturity/ci: >- # ours\n      a\n      b\n    x: y\n';
    expect(edit(before, [set('maturity/ci', 'jenkins')]).text).toBe(
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    maturity/ci: jenkins # ours\n    x: y\n'.replace(
        'jenkins',
        'jenkins',
      ),
    );
  });

  it.each([
    ['nothing', 'maturity/ci:'],
    ['nothing and a comment', 'maturity/ci: # ours'],
    ['null', 'maturity/ci: null'],
    ['a number', 'maturity/ci: 2'],
    ['a list', 'maturity/ci:\n      - a\n      - b'],
    ['a map in braces', 'maturity/ci: {a: 1}'],
  ])('replaces %s', (_, written) => {
    const file = (value: string) =>
      `kind: Component\nmetadata:\n  name: shop\n  annotations:\n    ${value}\n    x: y\n`;
    const comment = written.includes('#') ? ' # ours' : '';
    expect(edit(file(written), [set('maturity/ci', 'it')]).text).toBe(
      file(
        `maturity/ci: ${
          written.endsWith('b') || written.endsWith('}') ? 'it' : 'it'
        }${comment}`,
      ),
    );
  });

  it('takes the map away with its last annotation', () => {
    const before =
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    maturity/tier: x\nspec: {}\n';
    expect(
      edit(before, [{ do: 'remove-annotation', key: 'maturity/tier' }]).text,
    ).toBe('kind: Component\nmetadata:\n  name: shop\nspec: {}\n');
  });

  it('removes the last line of a file that has no line ending at its end', () => {
    const before =
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: b\n    c: d';
    expect(edit(before, [{ do: 'remove-annotation', key: 'c' }]).text).toBe(
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: b',
    );
  });

  it.each([
    ['{ a: b, c: d }', 'a', '{ c: d }'],
    ['{ a: b, c: d }', 'c', '{ a: b }'],
    ['{a: b,c: d,}', 'c', '{a: b,}'],
  ])('removes from braces: %s without %s is %s', (braces, key, left) => {
    const file = (value: string) =>
      `kind: Component\nmetadata:\n  name: shop\n  annotations: ${value}\n`;
    expect(edit(file(braces), [{ do: 'remove-annotation', key }]).text).toBe(
      file(left),
    );
  });

  it('replaces the link of a type and gives a type to a link', () => {
    const before =
      'kind: Component\nmetadata:\n  name: shop\n  links:\n    - url: https://a.test\n      type: Runbook\n    - url: https://b.test\n';
    expect(
      edit(before, [
        {
          do: 'set-link',
          link: { url: 'https://c.test', type: 'runbook', title: 'New' },
        },
      ]).text,
    ).toBe(
      'kind: Component\nmetadata:\n  name: shop\n  links:\n    - url: https://c.test\n      type: Runbook\n      title: New\n    - url: https://b.test\n',
    );
    expect(edit(before, [{ do: 'remove-link', type: 'runbook' }]).text).toBe(
      'kind: Component\nmetadata:\n  name: shop\n  links:\n    - url: https://b.test\n',
    );
  });

  it('edits the one of ten documents that is meant and leaves the bytes of the others', () => {
    const document = (name: string) =>
      `apiVersion: v1\nkind: Component\nmetadata:\n  name: ${name}   # ${name}\n  namespace: prod\n  annotations: { a:   "b" }\n`;
    const names = [...'abcdefghij'];
    const text = names.map(document).join('---\r\n').concat('...\n# end\n');
    const { text: after } = edit(
      text,
      [set('maturity/tier', '3')],
      'component:PROD/E',
    );
    expect(after).toBe(
      names
        .map(name =>
          name === 'e'
            ? document(name).replace('a:   "b"', `a:   "b", maturity/tier: "3"`)
            : document(name),
        )
        .join('---\r\n')
        .concat('...\n# end\n'),
    );
  });

  it('replaces an alias and keeps an anchor that nothing repeats', () => {
    const before =
      "kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: &x '1'\n    maturity/tier: *x\n    maturity/toil: &unused '3'\n";
    expect(
      edit(before, [set('maturity/tier', '2'), set('maturity/toil', '4')]).text,
    ).toBe(before.replace('*x', "'2'").replace("'3'", "'4'"));
  });

  it.each<[string, string, Change, string]>([
    [
      'a tab as indentation',
      'kind: Component\nmetadata:\n\tname: shop\n',
      set('maturity/tier', '1'),
      'f.yaml:3:1: Found a tab as indentation; expected spaces as indentation.',
    ],
    [
      'a duplicate key',
      "kind: Component\nmetadata:\n  name: shop\n  annotations:\n    a: '1'\n    a: '2'\n",
      set('maturity/tier', '1'),
      'f.yaml:6:5: "a" cannot be changed: found the same key a second time; expected each key of a map only once.',
    ],
    [
      'an entity that is not there',
      'kind: Component\nmetadata:\n  name: other\n',
      set('maturity/tier', '1'),
      'f.yaml: "component:default/shop" was not found: expected a document that holds "component:default/shop", found component:default/other.',
    ],
    [
      'an entity that is there twice',
      'kind: Component\nmetadata:\n  name: shop\n---\nkind: component\nmetadata:\n  name: Shop\n',
      set('maturity/tier', '1'),
      'f.yaml:5:1: "component:default/shop" stands in 2 documents; expected one document of the file that holds it.',
    ],
    [
      'an anchor that is repeated elsewhere',
      "kind: Component\nmetadata:\n  name: shop\n  annotations:\n    maturity/tier: &t '1'\n  labels:\n    t: *t\n",
      set('maturity/tier', '2'),
      'f.yaml:5:23: "metadata.annotations.maturity/tier" cannot be changed: found an anchor that other places repeat; expected a value that stands at one place only; write it out here first.',
    ],
    [
      'annotations that are an alias',
      'x: &a\n  b: c\nkind: Component\nmetadata:\n  name: shop\n  annotations: *a\n',
      set('maturity/tier', '2'),
      'f.yaml:6:16: "metadata.annotations.maturity/tier" cannot be changed: found the alias "*a", which stands for another place; expected a value that stands at one place only; write it out here first.',
    ],
    [
      'annotations that are a list',
      'kind: Component\nmetadata:\n  name: shop\n  annotations: [a]\n',
      set('maturity/tier', '2'),
      'f.yaml:4:16: "metadata.annotations" cannot be changed: found a list; expected a map.',
    ],
    [
      'a malformed objective',
      SHOP,
      set('maturity/slo', 'availability=99.9/30d, latency=100/30d'),
      'f.yaml: "maturity/slo" is refused: found "100/30d" at position 31 of "availability=99.9/30d, latency=100/30d"; expected an objective above 0 and below 100 with at most four decimals.',
    ],
    [
      'a key of ours that is none',
      SHOP,
      set('maturity/teir', '1'),
      'f.yaml: "maturity/teir" is refused: found "maturity/teir"; expected an annotation key such as "maturity/tier".',
    ],
    [
      'a placeholder',
      SHOP,
      set('maturity/runbook', 'https://example.com/runbook'),
      'f.yaml: "maturity/runbook" is refused: found "https://example.com/runbook"; expected a real value in place of the placeholder.',
    ],
    [
      'a slug that is none',
      SHOP,
      set('github.com/project-slug', 'shop'),
      'f.yaml: "github.com/project-slug" is refused: found "shop"; expected owner/name.',
    ],
    [
      'a lifecycle that nobody knows',
      SHOP,
      { do: 'set-field', path: ['spec', 'lifecycle'], value: 'soon' },
      'f.yaml: "spec.lifecycle" is refused: found "soon"; expected one of production, ga, live, stable, prod, experimental, alpha, poc, prototype, incubating, deprecated, eol, retired, sunset.',
    ],
  ])('refuses %s', (_, text, change, message) => {
    expect(refusals(text, [change])).toEqual([message]);
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'maturity/__proto__',
    'acme.com/constructor',
    'has blank',
    'a/b/c',
    '',
    'UPPER/x',
    'é',
  ])('refuses the key %j', key => {
    expect(refusals(SHOP, [set(key, 'x')])).toHaveLength(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('refuses fields outside of what it edits', () => {
    for (const path of [
      ['metadata', 'name'],
      ['kind'],
      ['spec'],
      ['spec', '__proto__', 'x'],
      ['spec', 'constructor'],
    ]) {
      expect(
        refusals(SHOP, [{ do: 'set-field', path, value: 'x' }]),
      ).toHaveLength(1);
    }
  });

  it('makes none of the changes when one is refused', () => {
    expect(
      editEntity(SHOP, {
        entity: 'shop',
        changes: [set('maturity/tier', '1'), set('maturity/toil', 'much')],
      }).ok,
    ).toBe(false);
  });

  it('removes a key that nobody may set', () => {
    const before =
      'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    __proto__: polluted\n    a: b\n';
    expect(
      edit(before, [{ do: 'remove-annotation', key: '__proto__' }]).text,
    ).toBe(before.replace('    __proto__: polluted\n', ''));
  });
});

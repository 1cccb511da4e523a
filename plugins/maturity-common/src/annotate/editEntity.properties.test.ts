import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { editEntity } from './editEntity';
import { scalarText } from './edit/scalarText';
import type { Change } from './types';

/** Texts that could be taken for something else, or that need escapes. */
const value = fc.oneof(
  fc.constantFrom(
    '1',
    'true',
    '2026-05-12',
    'a: b',
    'a #b',
    "it's",
    '"q"',
    '- x',
    '*x',
    '&x',
    '{a}',
    'a\nb',
    'tab\there',
    '\u202e',
    'über',
    '☎',
    '1e3',
    '~',
    '.inf',
    '0x1f',
    '12:30:45',
    'x:',
    '%a',
    '@a',
    '<<',
    '---',
    '...',
    'availability=99.9/30d, latency(300ms)=99/30d',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);
const key = fc.constantFrom('acme.com/a', 'acme.com/b', 'other.io/c', 'plain');

interface Style {
  eol: string;
  indent: string;
  mark: string;
  ends: boolean;
  flow: boolean;
  comments: boolean;
}
const anyStyle: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('  ', '    ', ' '),
  mark: fc.constantFrom('', '\ufeff'),
  ends: fc.boolean(),
  flow: fc.boolean(),
  comments: fc.boolean(),
});

interface Content {
  annotations: readonly (readonly [
    string,
    string,
    'plain' | 'single' | 'double' | 'block' | 'anchor' | 'alias',
  ])[];
  tags: readonly string[];
  dependsOn: readonly string[];
}
const anyContent: fc.Arbitrary<Content> = fc.record({
  annotations: fc
    .uniqueArray(key)
    .chain(keys =>
      fc.tuple(
        ...keys.map(each =>
          fc.tuple(
            fc.constant(each),
            value,
            fc.constantFrom(
              'plain' as const,
              'single' as const,
              'double' as const,
              'block' as const,
              'anchor' as const,
              'alias' as const,
            ),
          ),
        ),
      ),
    ),
  tags: fc.uniqueArray(fc.constantFrom('go', 'grpc', 'pci'), { maxLength: 3 }),
  dependsOn: fc.uniqueArray(
    fc.constantFrom('component:a', 'component:b', 'resource:c'),
    { maxLength: 3 },
  ),
});

function block(name: string, content: Content, style: Style): string {
  const { eol, indent, flow, comments } = style;
  const comment = comments ? ' # a comment' : '';
  const line = comments ? `${indent}# a line${eol}` : '';
  const [one, two] = [indent, indent + indent];
  let anchored: string | undefined;
  const annotations = content.annotations.map(([each, text, how], number) => {
    if (flow) {
      return `${each}: ${scalarText(text, 'double')}`;
    }
    if (how === 'block' && /^[a-z]+$/.test(text)) {
      return `${two}${each}: |-${comment}${eol}${two}${one}${text}${eol}`;
    }
    if (how === 'alias' && anchored !== undefined) {
      return `${two}${each}: *${anchored}${comment}${eol}`;
    }
    const anchor = how === 'anchor' ? `&n${number} ` : '';
    anchored = how === 'anchor' ? `n${number}` : anchored;
    const isQuoted = how === 'plain' || how === 'double';
    const quoting = isQuoted ? how : 'single';
    return `${two}${each}: ${anchor}${scalarText(
      text,
      quoting,
    )}${comment}${eol}`;
  });
  const list = (items: readonly string[]) =>
    items.map(item => `${two}- ${item}${comment}${eol}`).join('');
  const map = flow
    ? `${one}annotations: { ${annotations.join(', ')} }${eol}`
    : `${one}annotations:${eol}${annotations.join('')}`;
  return [
    `kind: Component${comment}${eol}metadata:${eol}${line}${one}name: ${name}${eol}`,
    annotations.length > 0 ? map : '',
    line,
    content.tags.length > 0 ? `${one}tags:${eol}${list(content.tags)}` : '',
    `spec:${eol}${one}type: service${comment}${eol}`,
    content.dependsOn.length > 0
      ? `${one}dependsOn:${eol}${list(content.dependsOn)}`
      : '',
  ].join('');
}

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    do: fc.constant('set-annotation' as const),
    key,
    value: value.filter(text => /[^\s\p{Cc}\p{Cf}]/u.test(text)),
  }),
  fc.record({ do: fc.constant('remove-annotation' as const), key }),
  fc.record({
    do: fc.constantFrom('add-tag' as const, 'remove-tag' as const),
    tag: fc.constantFrom('go', 'grpc', 'new'),
  }),
  fc.record({
    do: fc.constant('set-field' as const),
    path: fc.constantFrom(['spec', 'owner'], ['spec', 'deep', 'er']),
    value: fc.constantFrom('team-a', '1', 'null'),
  }),
  fc.record({
    do: fc.constant('set-field' as const),
    path: fc.constant(['spec', 'dependsOn']),
    value: fc.uniqueArray(fc.constantFrom('component:a', 'resource:z'), {
      minLength: 1,
    }),
  }),
  fc.record({
    do: fc.constant('remove-field' as const),
    path: fc.constant(['spec', 'owner']),
  }),
);

/** What the entity ought to be, said once more and simply. */
function expected(entity: Record<string, unknown>, change: Change): unknown {
  const copy = structuredClone(entity);
  const metadata = record(copy.metadata);
  const annotations = record(metadata.annotations ?? {});
  const spec = record(copy.spec ?? {});
  const tags = Array.isArray(metadata.tags) ? metadata.tags : [];
  switch (change.do) {
    case 'set-annotation':
      metadata.annotations = { ...annotations, [change.key]: change.value };
      return copy;
    case 'remove-annotation': {
      const { [change.key]: gone, ...left } = annotations;
      if (gone === undefined) return copy;
      metadata.annotations = left;
      if (Object.keys(left).length === 0) delete metadata.annotations;
      return copy;
    }
    case 'add-tag':
      if (!tags.includes(change.tag)) metadata.tags = [...tags, change.tag];
      return copy;
    case 'remove-tag': {
      const left = tags.filter(tag => tag !== change.tag);
      if (left.length === tags.length) return copy;
      metadata.tags = left;
      if (left.length === 0) delete metadata.tags;
      return copy;
    }
    case 'set-field': {
      const [, first, second] = change.path;
      const fresh = second
        ? { ...record(spec[first] ?? {}), [second]: change.value }
        : change.value;
      return { ...copy, spec: { ...spec, [first]: fresh } };
    }
    case 'remove-field': {
      const { [change.path[1]]: gone, ...left } = spec;
      return gone === undefined ? copy : { ...copy, spec: left };
    }
    default:
      throw new Error('Not in this test.');
  }
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

function record(data: unknown): Record<string, unknown> {
  if (!isRecord(data)) {
    throw new Error('A map was expected.');
  }
  return data;
}

function parse(text: string): unknown[] {
  const documents = parseAllDocuments(text, {
    merge: false,
    logLevel: 'silent',
  });
  return Array.isArray(documents)
    ? documents.map(document => {
        expect(document.errors).toEqual([]);
        return document.toJS();
      })
    : [];
}

/** How many documents stand in front of and behind the edited one. */
const catalog = fc.record({
  style: anyStyle,
  contents: fc.array(anyContent, { minLength: 1, maxLength: 10 }),
  at: fc.nat(),
  changes: fc.array(anyChange, { minLength: 1, maxLength: 4 }),
});

describe('editEntity, for any file', () => {
  it('gives the old entity with exactly the changes, leaves the other documents byte for byte, and is done once', () => {
    fc.assert(
      fc.property(catalog, ({ style, contents, at, changes }) => {
        const index = at % contents.length;
        const documents = contents.map((each, number) =>
          block(`e${number}`, each, style),
        );
        const separator = `---${style.eol}`;
        const whole = style.mark + documents.join(separator);
        const text = style.ends ? whole : whole.trimEnd();
        const before = parse(text);

        const result = editEntity(text, { entity: `e${index}`, changes });
        if (!result.ok) {
          // Only an anchor that is used may stand in the way.
          return (
            result.refusals.every(({ reason }) => reason === 'anchor') &&
            /: \*n\d/.test(documents[index])
          );
        }
        const { text: after, diff, changes: done } = result.edit;

        const wanted = changes.reduce<unknown>(
          (entity, each) => expected(record(entity), each),
          before[index],
        );
        expect(parse(after)).toEqual(
          before.map((each, number) => (number === index ? wanted : each)),
        );
        const head =
          style.mark +
          documents
            .slice(0, index)
            .map(each => each + separator)
            .join('');
        expect(after.startsWith(head)).toBe(true);
        const tail = text.slice(head.length + documents[index].length);
        expect(after.endsWith(tail)).toBe(true);
        expect(after.endsWith('\n')).toBe(text.endsWith('\n'));
        expect(style.eol === '\r\n' && /[^\r]\n/.test(after)).toBe(false);
        expect(diff === '').toBe(after === text);
        expect(done.length === 0).toBe(after === text);
        const again = editEntity(after, { entity: `e${index}`, changes });
        const isDone = again.ok && again.edit.changes.length === 0;
        expect(isDone || !lastWins(changes)).toBe(true);
        return true;
      }),
      { numRuns: 150 },
    );
  });

  it('never throws and never changes anything else, whatever the text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '    acme.com/a: b\n',
        '    acme.com/b: &a c\n',
        '    other.io/c: *a\n',
        '    plain: |\n      text\n\n',
        "    'acme.com/a': [x, y]\n",
        '  tags: [go, new]\n',
        '  tags:\n  - go # one\n  # two\n  - grpc\n',
        '  labels: *a\n',
        'spec: {type: x, owner: &a y}\n',
        'spec:\n  owner: y\n  deep: { a: 1 }\n',
        '# comment\n',
        '    # comment\n',
        '\t',
        '---\n',
        '...\n',
        'kind: API\nmetadata: {name: e}\n',
        '? ',
        ': ',
        '- ',
        '{',
        '}',
        '"',
        "'",
        '|\n',
        '!!str ',
        '\r\n',
        '<<: *a\n',
        '\u0000',
      ),
      { maxLength: 8 },
    );
    const start = fc.constantFrom(
      'kind: Component\nmetadata:\n  name: e\n  annotations:\n',
      'kind: Component\nmetadata:\n  name: e\n  annotations: &m\n',
      'kind: Component\nmetadata:\n  name: e\n',
      'kind: Component\nmetadata: {name: e, annotations: {acme.com/a: b, plain: c}}\n',
      '{"kind": "Component", "metadata": {"name": "e"}}\n',
      '',
    );
    let edited = 0;
    fc.assert(
      fc.property(start, pieces, anyChange, (head, parts, wish) => {
        const text = head + parts.join('');
        const result = editEntity(text, { entity: 'e', changes: [wish] });
        if (!result.ok) {
          return result.refusals.length > 0;
        }
        const { text: after } = result.edit;
        edited += after === text ? 0 : 1;
        const isShop = (data: unknown) =>
          isRecord(data) &&
          data.kind === 'Component' &&
          isRecord(data.metadata) &&
          data.metadata.name === 'e';
        expect(parse(after)).toEqual(
          parse(text).map(data =>
            isShop(data) ? expected(record(data), wish) : data,
          ),
        );
        const again = editEntity(after, { entity: 'e', changes: [wish] });
        expect(again).toEqual({
          ok: true,
          edit: { text: after, diff: '', changes: [] },
        });
        return true;
      }),
      { numRuns: 1000 },
    );
    expect(edited).toBeGreaterThan(30);
  });

  it('never throws on deep nesting', () => {
    for (const depth of [100, 1_000, 3_000, 10_000, 100_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const text = `kind: Component\nmetadata:\n  name: e\nspec:\n  deep: ${deep}\n`;
      const { ok } = editEntity(text, {
        entity: 'e',
        changes: [{ do: 'add-tag', tag: 'go' }],
      });
      expect(typeof ok).toBe('boolean');
    }
  });
});

/** Two changes of one thing undo each other when they are done again. */
function lastWins(changes: readonly Change[]): boolean {
  const subjects = changes.map(each => {
    switch (each.do) {
      case 'set-annotation':
      case 'remove-annotation':
        return each.key;
      case 'add-tag':
      case 'remove-tag':
        return each.tag;
      case 'set-field':
      case 'remove-field':
        return each.path.join('.');
      default:
        return each.do;
    }
  });
  return new Set(subjects).size === subjects.length;
}

import { parseAllDocuments } from 'yaml';
import { duplicateKeys, parseYamlDocuments } from './parseYamlDocuments';

function errorsOf(text: string, options = {}): [string, number][] {
  return parseYamlDocuments(text, options)
    .flatMap(({ errors }) => errors)
    .map(({ code, pos }) => [code, pos[0]]);
}

describe('parseYamlDocuments', () => {
  it.each<[string, [string, number][]]>([
    ['a: 1\nb: 2\n', []],
    ['a: 1\nb: 2\na: 3\n', [['DUPLICATE_KEY', 10]]],
    ['a: {b: 1, c: 2, b: 3}\n', [['DUPLICATE_KEY', 16]]],
    ['- a: 1\n  "a": 2\n', [['DUPLICATE_KEY', 9]]],
    ['a: 1\n---\na: 1\n', []],
    ['1: a\n"1": b\n', []],
    ['null: a\n~: b\n', [['DUPLICATE_KEY', 8]]],
    ['__proto__: 1\nconstructor: 2\n', []],
    ['__proto__: 1\n__proto__: 2\n', [['DUPLICATE_KEY', 13]]],
    ['a: &x {b: 1}\nc: *x\nd: *x\n', []],
    ['a: [\n', [['BAD_INDENT', 5]]],
    ['', []],
  ])('finds the mistakes of %j', (text, errors) => {
    expect(errorsOf(text).slice(0, 1)).toEqual(errors);
  });

  it('takes the last of two equal keys where that is wished', () => {
    const [document] = parseYamlDocuments('a: 1\na: 2\n', {
      uniqueKeys: false,
    });
    expect([document.errors, document.toJS()]).toEqual([[], { a: 2 }]);
  });

  it('makes errors without stack traces, and leaves those of others alone', () => {
    const before = Error.stackTraceLimit;
    const [document] = parseYamlDocuments(']]]');
    expect(document.errors.length).toBeGreaterThan(1);
    expect(
      document.errors.filter(({ stack }) => /\n +at /.test(stack ?? '')),
    ).toEqual([]);
    expect(Error.stackTraceLimit).toBe(before);
  });

  it('sees what the library sees', () => {
    for (const text of [
      'a: 1\nb: {a: 1}\nc: [{a: 1}, {a: 1}]\n',
      'a: 1\na : 2\n',
      '? a\n: 1\n? a\n: 2\n',
      '<<: 1\n<<: 2\n',
      '{a, b, a}\n',
      '"a\\tb": 1\n? "a\tb"\n: 2\n',
    ]) {
      const ours = errorsOf(text).map(([code]) => code);
      const theirs = parseAllDocuments(text, { merge: false }).flatMap(
        ({ errors }) => errors.map(({ code }) => code),
      );
      expect({ text, codes: ours }).toEqual({ text, codes: theirs });
    }
  });

  it('lets a map merge several others where merging is on', () => {
    const text = 'a: &a {x: 1}\nb: &b {y: 2}\nc:\n  <<: *a\n  <<: *b\n';
    const [document] = parseYamlDocuments(text, { merge: true });
    expect(document.errors).toEqual([]);
    expect(document.toJS().c).toEqual({ x: 1, y: 2 });
  });

  // Comparing all keys with each other takes the library 20 seconds here.
  it('reads a map of very many keys', () => {
    const text = Array.from({ length: 30_000 }, (_, key) => `k${key}: 1\n`);
    const [document] = parseYamlDocuments(`${text.join('')}k0: 2\n`);
    expect(document.errors.map(({ code }) => code)).toEqual(['DUPLICATE_KEY']);
  });
});

describe('duplicateKeys', () => {
  it('stops looking after five', () => {
    const [document] = parseYamlDocuments('a: 1\n'.repeat(1_000));
    expect(duplicateKeys(document).map(({ range }) => range?.[0])).toEqual([
      5, 10, 15, 20, 25,
    ]);
    expect(document.errors).toHaveLength(5);
  });
});

import fc from 'fast-check';
import { readCommands } from './shell';

const words = (script: string) =>
  readCommands(script).map(command => command.words);

describe('readCommands', () => {
  it.each([
    ['a && b || c; d | e & f', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
    ['npm test # and npm run lint', [['npm', 'test']]],
    ['# npm test', []],
    ['echo "npm test; npm test"', [['echo', 'npm test; npm test']]],
    ["echo 'it''s' a#b", [['echo', 'its', 'a#b']]],
    ['"npm test"', [['npm test']]],
    ['npm \\\n  test', [['npm', 'test']]],
    ['npm test > out.txt 2>&1', [['npm', 'test']]],
    [
      'npm test 2>&1 | tee log',
      [
        ['npm', 'test'],
        ['tee', 'log'],
      ],
    ],
    [
      '(cd web && npm test)',
      [
        ['cd', 'web'],
        ['npm', 'test'],
      ],
    ],
    ['cat <<EOF\nnpm test\nEOF\nls', [['cat'], ['ls']]],
    ['run --x=${{ github.ref }} y', [['run', '--x=${{ github.ref }}', 'y']]],
    ['v=$(npm test); ls', [['v=$(npm test)'], ['ls']]],
    [
      'bash -ec "npm ci && npm test"',
      [
        ['bash', '-ec', 'npm ci && npm test'],
        ['npm', 'ci'],
        ['npm', 'test'],
      ],
    ],
  ])('splits %j', (script, expected) => {
    expect(words(script)).toEqual(expected);
  });

  it('counts lines across continuations, strings and here-documents', () => {
    const script = 'a \\\n b\nc "x\ny"\ncat <<E\n1\n2\nE\nd';
    expect(
      readCommands(script, 10).map(({ words: [first], line }) => [first, line]),
    ).toEqual([
      ['a', 10],
      ['c', 12],
      ['cat', 14],
      ['d', 18],
    ]);
  });

  it('never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            'a',
            ' ',
            '\n',
            '\\',
            "'",
            '"',
            '`',
            '$(',
            '${',
            ')',
            '}',
            '#',
            '<<E',
            '>',
            '&',
            '|',
            ';',
            'sh -c ',
          ),
        )
        .map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(text, each => {
        expect(() => readCommands(each)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

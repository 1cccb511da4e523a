import fc from 'fast-check';
import { mergeText } from './mergeText';

const labels = { mine: 'this service', theirs: 'node-service 3.2.0' };

function merge(base: string | undefined, mine: string, theirs: string) {
  return mergeText({ base, mine, theirs, labels });
}

function conflict(mine: string, theirs: string): string {
  return `<<<<<<< this service\n${mine}=======\n${theirs}>>>>>>> node-service 3.2.0\n`;
}

describe('mergeText', () => {
  it.each<[string, string, string, string, string, number]>([
    ['nothing', 'a\nb\n', 'a\nb\n', 'a\nb\n', 'a\nb\n', 0],
    ['one side', 'a\nb\n', 'a\nb\n', 'a\nc\n', 'a\nc\n', 0],
    ['the other side', 'a\nb\n', 'a\nc\n', 'a\nb\n', 'a\nc\n', 0],
    ['both alike', 'a\nb\n', 'a\nc\n', 'a\nc\n', 'a\nc\n', 0],
    [
      'different places',
      'a\nb\nc\nd\n',
      'A\nb\nc\nd\n',
      'a\nb\nc\nD\n',
      'A\nb\nc\nD\n',
      0,
    ],
    [
      'the same line',
      'a\nb\nc\n',
      'a\nM\nc\n',
      'a\nT\nc\n',
      `a\n${conflict('M\n', 'T\n')}c\n`,
      1,
    ],
    [
      'a line that the other took out',
      'a\nb\nc\n',
      'a\nM\nc\n',
      'a\nc\n',
      `a\n${conflict('M\n', '')}c\n`,
      1,
    ],
    [
      'two places',
      'a\nb\nc\nd\ne\n',
      'M\nb\nc\nd\nM\n',
      'T\nb\nc\nd\nT\n',
      `${conflict('M\n', 'T\n')}b\nc\nd\n${conflict('M\n', 'T\n')}`,
      2,
    ],
    ['an empty text', '', '', 'a\n', 'a\n', 0],
    [
      'a last line without an end',
      'a\nb',
      'a\nM',
      'a\nT',
      `a\n${conflict('M\n', 'T\n')}`,
      1,
    ],
    ['only the end of the last line', 'a\nb\n', 'a\nb', 'a\nb\n', 'a\nb', 0],
    ['both made it', '', 'a\nM\n', 'a\nT\n', conflict('a\nM\n', 'a\nT\n'), 1],
  ])('merges where %s changed', (_, base, mine, theirs, text, conflicts) => {
    expect(merge(base, mine, theirs)).toEqual({ text, conflicts });
  });

  it('shows both sides from the first to the last difference when it does not know where they began', () => {
    expect(merge(undefined, 'a\nM\nb\nc\n', 'a\nb\nT\nc\n')).toEqual({
      text: `a\n${conflict('M\nb\n', 'b\nT\n')}c\n`,
      conflicts: 1,
    });
    expect(merge(undefined, 'a\nb', 'a\nb\n')).toEqual({
      text: `a\n${conflict('b\n', 'b\n')}`,
      conflicts: 1,
    });
  });

  it('shows both sides of large texts that have nothing in common, in a moment', () => {
    const text = (word: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join(
        '',
      );
    const began = Date.now();
    const { conflicts } = merge(text('b'), text('m'), text('t'));
    expect(conflicts).toBe(1);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  const line = fc.constantFrom('a', 'b', 'c', '{', '}', '');
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
    .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));

  it('takes the other version of what nobody changed', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(merge(base, base, other)).toEqual({ text: other, conflicts: 0 });
        expect(merge(base, other, base)).toEqual({ text: other, conflicts: 0 });
        expect(merge(base, other, other)).toEqual({
          text: other,
          conflicts: 0,
        });
      }),
    );
  });

  it('loses no line that either side wrote', () => {
    const own = (word: string) =>
      fc
        .array(
          fc.tuple(fc.nat({ max: 12 }), fc.constantFrom('put', 'replace')),
          { maxLength: 4 },
        )
        .map(edits => (lines: readonly string[]) => {
          const result = [...lines];
          edits.forEach(([place, how], index) =>
            result.splice(
              place % (result.length + 1),
              how === 'replace' ? 1 : 0,
              `${word}${index}`,
            ),
          );
          return result;
        });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        own('mine'),
        own('theirs'),
        fc.boolean(),
        (lines, mine, theirs, isKnown) => {
          const joined = (parts: readonly string[]) =>
            parts.map(part => `${part}\n`).join('');
          const { text: merged, conflicts } = merge(
            isKnown ? joined(lines) : undefined,
            joined(mine(lines)),
            joined(theirs(lines)),
          );
          const written = merged.split('\n');
          const isOwn = (part: string) => /^(?:mine|theirs)\d$/.test(part);
          const expected = [...mine(lines), ...theirs(lines)].filter(isOwn);
          expect(written.filter(isOwn).sort()).toEqual(expected.sort());
          expect(
            written.filter(part => part.startsWith('<<<<<<< ')),
          ).toHaveLength(conflicts);
          expect(
            written.filter(part => part.startsWith('>>>>>>> ')),
          ).toHaveLength(conflicts);
        },
      ),
    );
  });
});

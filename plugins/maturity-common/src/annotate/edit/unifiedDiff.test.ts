import fc from 'fast-check';
import { unifiedDiff } from './unifiedDiff';

const NO_NEWLINE = '\\ No newline at end of file';

/** Applies a diff as `patch` does, and checks every line that it says is there. */
function applied(before: string, diff: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const after: string[] = [];
  let at = 0;
  const lines = diff.split('\n').slice(2, -1);
  lines.forEach((line, index) => {
    const header = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$/.exec(line);
    if (header) {
      const start = Number(header[1]) - (header[2] === '0' ? 0 : 1);
      after.push(...old.slice(at, start));
      at = start;
      return;
    }
    if (line === NO_NEWLINE) {
      return;
    }
    const text = line.slice(1) + (lines[index + 1] === NO_NEWLINE ? '' : '\n');
    if (line[0] !== '+') {
      expect(old[at]).toBe(text);
      at += 1;
    }
    if (line[0] !== '-') {
      after.push(text);
    }
  });
  return [...after, ...old.slice(at)].join('');
}

const text = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', 'c', '', '-', '+ x', '@@', 'd\r'), {
      maxLength: 30,
    }),
    fc.boolean(),
  )
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));

describe('unifiedDiff', () => {
  it('is empty when nothing differs', () => {
    expect(unifiedDiff('a\n', 'a\n')).toBe('');
  });

  it('shows three lines around each change, and changes that are near each other together', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`);
    const changed = lines.map((line, index) =>
      [2, 8, 25].includes(index) ? line.toUpperCase() : line,
    );
    const diff = unifiedDiff(lines.join(''), changed.join(''), 'x/y.yaml');
    expect(diff.match(/^(?:---|\+\+\+|@@).*$/gm)).toEqual([
      '--- a/x/y.yaml',
      '+++ b/x/y.yaml',
      '@@ -1,12 +1,12 @@',
      '@@ -23,7 +23,7 @@',
    ]);
  });

  it('says where a line ending is missing', () => {
    expect(unifiedDiff('a', 'b\n')).toBe(
      '--- a/catalog-info.yaml\n+++ b/catalog-info.yaml\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n',
    );
  });

  it('turns the one text into the other, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, unifiedDiff(before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('ends quickly on texts that have nothing in common', () => {
    const one = 'a\n'.repeat(20_000);
    const other = 'b\n'.repeat(20_000);
    expect(applied(one, unifiedDiff(one, other))).toBe(other);
  });
});

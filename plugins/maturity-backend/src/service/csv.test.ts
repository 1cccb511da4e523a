import { randomTexts } from '../__testUtils__/randomTexts';
import { csvLine } from './csv';

/** Reads one line as a strict reader of RFC 4180 does. */
function read(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < line.length) {
    let cell = '';
    if (line[at] === '"') {
      at += 1;
      while (line[at] !== '"' || line[at + 1] === '"') {
        if (line[at] === '"') at += 1;
        cell += line[at];
        at += 1;
      }
      at += 1;
    } else {
      while (line[at] !== ',' && line[at] !== '\r') {
        cell += line[at];
        at += 1;
      }
    }
    cells.push(cell);
    if (line[at] === '\r') break;
    at += 1;
  }
  return cells;
}

describe('csvLine', () => {
  it('joins plain cells', () => {
    expect(csvLine(['api', 3, null, 66.5, ''])).toBe('api,3,,66.5,\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' padded ', '" padded "'],
  ])('quotes %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['\tplain', '"\'\tplain"'],
    ['\n=1', '"\'\n=1"'],
    ['  =1', "'  =1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['\u200B-1', "'\u200B-1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['\uFF0B1', "'\uFF0B1"],
    ['\uFF0D1', "'\uFF0D1"],
    ['\uFF20A1', "'\uFF20A1"],
    ['\uFE661', "'\uFE661"],
    ['\uFE621', "'\uFE621"],
    ['\uFE631', "'\uFE631"],
    ['\uFE6BA1', "'\uFE6BA1"],
    ['\u22121', "'\u22121"],
    ['"=1', '"\'""=1"'],
    ["'=1", "''=1"],
    [' "\t=1', '"\' ""\t=1"'],
    ['\u201C=1', "'\u201C=1"],
    ['=cmd|"/C calc"!A0', '"\'=cmd|""/C calc""!A0"'],
  ])('lets no spreadsheet run %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it('leaves numbers alone', () => {
    expect(csvLine([-1, 'a-b', '1=1'])).toBe('-1,a-b,1=1\r\n');
  });

  it('is read back as it was, but for the apostrophe', () => {
    const random = randomTexts(7);
    for (let turn = 0; turn < 2_000; turn++) {
      const texts = [random(), random(), random()];
      const cells = read(csvLine(texts));
      expect(cells).toHaveLength(3);
      texts.forEach((text, index) => {
        expect([text, `'${text}`]).toContain(cells[index]);
        expect(cells[index]).not.toMatch(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/);
      });
    }
  });
});

import { lostAlias } from './lostAlias';
import { parseYamlDocuments } from './parseYamlDocuments';

describe('lostAlias', () => {
  it.each([
    ['a: &x 1\nb: *x\nc: *nope\nd: *other\n', 'c: *nope'],
    ['a: *later\nb: &later 1\n', 'a: *later'],
  ])('is the first without an anchor before it in %j', (text, line) => {
    const [document] = parseYamlDocuments(text);
    expect(lostAlias(document)).toBe(text.indexOf(line) + 'a: '.length);
  });

  it.each(['a: &x 1\nb: *x\n', 'a: 1\n', ''])('is nothing in %j', text => {
    parseYamlDocuments(text).forEach(document =>
      expect(lostAlias(document)).toBeUndefined(),
    );
  });
});

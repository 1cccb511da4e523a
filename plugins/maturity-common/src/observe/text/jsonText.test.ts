import { parseLooseJson } from './jsonText';

describe('parseLooseJson', () => {
  it.each([
    ['{"a": 1}', { a: 1 }],
    [
      '// why\n{\n\t"a": [1, 2,], /* b */ "c": "// no comment",\n}',
      { a: [1, 2], c: '// no comment' },
    ],
    ["{extends: ['config:base']}", { extends: ['config:base'] }],
  ])('reads %j', (text, expected) => {
    expect(parseLooseJson(text)).toEqual(expected);
  });

  it.each(['', 'hello', '{', 'a: 1', '{"a": *b}'])('refuses %j', text => {
    expect(parseLooseJson(text)).toBeUndefined();
  });
});

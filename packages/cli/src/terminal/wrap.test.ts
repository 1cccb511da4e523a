import { wrap } from './wrap';

describe('wrap', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 8, ['one two', 'three']],
    ['https://a.test/very/long two', 10, ['https://a.test/very/long', 'two']],
    ['one two', Infinity, ['one two']],
    ['', 5, ['']],
  ])('puts %j on lines of %d', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

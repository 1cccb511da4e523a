import { field, isRecord, list, text } from './fields';

describe('field', () => {
  const value: unknown = JSON.parse(
    '{"a": {"b": 1, "__proto__": {"c": 2}}, "list": [1], "none": null}',
  );

  it('follows own properties', () => {
    expect(field(value, 'a', 'b')).toBe(1);
    expect(field(value, 'a', '__proto__', 'c')).toBe(2);
    expect(field(value)).toBe(value);
  });

  it.each([
    [['a', 'constructor']],
    [['__proto__']],
    [['list', '0']],
    [['list', 'length']],
    [['none', 'a']],
    [['missing', 'a']],
  ])('finds nothing at %j', path => {
    expect(field(value, ...path)).toBeUndefined();
  });
});

describe('isRecord', () => {
  it.each([
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    ['a', false],
  ])('of %j is %s', (value, expected) => {
    expect(isRecord(value)).toBe(expected);
  });
});

describe('text and list', () => {
  it('give an empty answer for another type', () => {
    expect([text(' a '), text(1), text(null)]).toEqual(['a', '', '']);
    expect([list([1]), list('a'), list(undefined)]).toEqual([[1], [], []]);
  });
});

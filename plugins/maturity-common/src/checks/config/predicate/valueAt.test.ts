import { getJsonValueAtPath } from '@backstage/filter-predicates';
import { valueAt } from './valueAt';

const DOCUMENT = {
  kind: 'Component',
  metadata: {
    annotations: { 'acme.com/threat-model': 'url', plain: 'x' },
    'a.b': { c: 1 },
    tags: ['go'],
  },
};

describe('valueAt', () => {
  it.each([
    ['kind', 'Component'],
    ['metadata.annotations.acme.com/threat-model', 'url'],
    ['metadata.annotations.plain', 'x'],
    ['metadata.a.b.c', 1],
    ['metadata.tags', ['go']],
    ['metadata.tags.0', undefined],
    ['metadata.nothing', undefined],
    ['kind.length', undefined],
    ['', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['metadata.constructor.name', undefined],
  ])('finds %p as the library does', (path, expected) => {
    expect(valueAt(DOCUMENT, path)).toEqual(expected);
    expect(getJsonValueAtPath(DOCUMENT, path)).toEqual(expected);
  });

  it('finds own prototype keys', () => {
    expect(valueAt(JSON.parse('{"__proto__":{"a":1}}'), '__proto__.a')).toBe(1);
  });
});

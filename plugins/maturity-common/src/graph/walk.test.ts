import { walk } from './walk';

describe('walk', () => {
  const edges = new Map([
    ['a', ['b', 'c']],
    ['b', ['d', 'a']],
    ['c', ['d']],
    ['d', ['d']],
  ]);
  const next = (item: string) => edges.get(item) ?? [];

  it('reaches the nearest first and ends on a circle', () => {
    expect(walk(['a'], next)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('starts from several points', () => {
    expect(walk(['d', 'c', 'd'], next)).toEqual(['d', 'c']);
    expect(walk([], next)).toEqual([]);
  });
});

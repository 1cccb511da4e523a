import { compareLevels } from './compareLevels';
import type { TrackScore } from './types';

function card(name: string, levels: Record<string, number | null>) {
  const tracks: Record<string, TrackScore> = Object.fromEntries(
    Object.entries(levels).map(([track, level]) => [
      track,
      {
        level,
        achievable: level === null ? null : 4,
        score: null,
        coverage: null,
        proven: null,
        next: [],
      },
    ]),
  );
  return { entityRef: `component:default/${name}`, tracks };
}

describe('compareLevels', () => {
  it('names who gains and who loses a level, in reference order', () => {
    expect(
      compareLevels(
        [
          card('b', { devops: 2, sre: 1 }),
          card('a', { devops: 1, sre: null }),
          card('gone', { devops: 3 }),
        ],
        [
          card('a', { devops: 1, sre: 2 }),
          card('b', { devops: 1, sre: 1, security: 0 }),
          card('new', { devops: 0 }),
        ],
      ),
    ).toEqual([
      { entityRef: 'component:default/a', track: 'sre', from: null, to: 2 },
      { entityRef: 'component:default/b', track: 'devops', from: 2, to: 1 },
      {
        entityRef: 'component:default/b',
        track: 'security',
        from: null,
        to: 0,
      },
      {
        entityRef: 'component:default/gone',
        track: 'devops',
        from: 3,
        to: null,
      },
      {
        entityRef: 'component:default/new',
        track: 'devops',
        from: null,
        to: 0,
      },
    ]);
  });

  it('finds nothing in equal evaluations', () => {
    const cards = [card('a', { devops: 1 })];
    expect(compareLevels(cards, cards)).toEqual([]);
  });
});

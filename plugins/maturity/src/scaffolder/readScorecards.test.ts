import { readScorecards } from './readScorecards';

const TRACK = {
  track: 'devops',
  title: 'DevOps',
  level: 2,
  levelName: 'Silver',
  levels: 4,
  achievable: 4,
  score: 71.5,
  next: [{ check: 'sbom', title: 'It has a bill of materials' }],
};

describe('readScorecards', () => {
  it('reads what the action puts out', () => {
    expect(
      readScorecards([
        {
          entityRef: 'component:default/checkout',
          stage: 'devops',
          tracks: [TRACK],
        },
      ]),
    ).toEqual([{ entityRef: 'component:default/checkout', tracks: [TRACK] }]);
  });

  it.each([
    undefined,
    null,
    'text',
    [null],
    [{}],
    [{ entityRef: 'component:default/checkout', tracks: [] }],
    [{ entityRef: 7, tracks: [TRACK] }],
    [{ entityRef: 'checkout', tracks: [TRACK] }],
  ])('finds no scorecard in %j', value => {
    expect(readScorecards(value)).toEqual([]);
  });

  it('keeps figures out of range from being drawn', () => {
    const [card] = readScorecards([
      {
        entityRef: 'component:default/checkout',
        tracks: [{ ...TRACK, levels: 1e9, score: -1, level: 'two' }],
      },
    ]);

    expect(card.tracks).toEqual([
      { ...TRACK, levels: 0, score: null, level: null },
    ]);
  });
});

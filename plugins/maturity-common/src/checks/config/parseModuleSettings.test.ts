import { parseDeclareAnnotations, parseLocalRoot } from './parseModuleSettings';

describe('parseLocalRoot', () => {
  it.each([undefined, null, 7, ['list'], {}, { local: null }, { local: {} }])(
    'gives none, and no problem, for %j',
    config => {
      expect(parseLocalRoot(config)).toEqual({ root: undefined, problems: [] });
    },
  );

  it('gives the folder as it is written', () => {
    expect(parseLocalRoot({ local: { root: './a b' } })).toEqual({
      root: './a b',
      problems: [],
    });
  });

  it.each([
    [{ root: 5 }, 'maturity.local.root', '5', 'the path of a folder'],
    [{ root: '' }, 'maturity.local.root', '""', 'the path of a folder'],
    [{ root: ' ' }, 'maturity.local.root', '""', 'the path of a folder'],
    [{ root: 'a\0' }, 'maturity.local.root', '"a?"', 'the path of a folder'],
    [
      { root: {} },
      'maturity.local.root',
      'an object without keys',
      'the path of a folder',
    ],
    [5, 'maturity.local', '5', 'an object'],
    [{ rot: 'a' }, 'maturity.local.rot', '"a"', 'one of the keys root'],
  ])('reports %j and gives none', (local, path, value, expected) => {
    const { root, problems } = parseLocalRoot({ local });

    expect(root).toBeUndefined();
    expect(problems).toEqual([
      { path, value, expected: expect.stringContaining(expected) },
    ]);
  });
});

describe('parseDeclareAnnotations', () => {
  it.each([undefined, null, {}, { catalog: { declareAnnotations: false } }])(
    'declares nothing for %j',
    config => {
      expect(parseDeclareAnnotations(config)).toEqual({
        declareAnnotations: false,
        problems: [],
      });
    },
  );

  it('declares them on demand', () => {
    const config = { catalog: { declareAnnotations: true } };

    expect(parseDeclareAnnotations(config)).toEqual({
      declareAnnotations: true,
      problems: [],
    });
  });

  it.each([
    [
      { declareAnnotations: 'x' },
      'maturity.catalog.declareAnnotations',
      '"x"',
      'true or false',
    ],
    ['on', 'maturity.catalog', '"on"', 'an object'],
    [
      { enabled: true },
      'maturity.catalog.enabled',
      'true',
      'one of the keys declareAnnotations',
    ],
  ])('reports %j and declares nothing', (catalog, path, value, expected) => {
    expect(parseDeclareAnnotations({ catalog })).toEqual({
      declareAnnotations: false,
      problems: [{ path, value, expected }],
    });
  });
});

import { advice } from '../../../dev/sample';
import { distances, figure, listBehind, listThatFired } from './measures';

describe('listBehind', () => {
  it.each([
    ['services', { lifecycle: ['production', 'experimental'] }],
    ['productionServices', { lifecycle: ['production'] }],
    ['experimentalShare', { lifecycle: ['experimental'] }],
    ['tier1Services', { tier: ['1'], lifecycle: ['production'] }],
    [
      'goldenPathShare',
      {
        check: 'golden-path-origin',
        status: ['pass'],
        lifecycle: ['production'],
      },
    ],
    [
      'runtimeShare',
      { check: 'runtime-linked', status: ['pass'], lifecycle: ['production'] },
    ],
    [
      'devopsLevel',
      { track: 'devops', level: ['0', '1'], lifecycle: ['production'] },
    ],
    ['teams', undefined],
    [undefined, undefined],
  ] as const)('opens what %s counts', (measure, expected) => {
    expect(listBehind(measure, { threshold: 2, types: undefined })).toEqual(
      expected,
    );
  });
});

describe('lists of what runs', () => {
  it.each([
    'services',
    'productionServices',
    'experimentalShare',
    'tier1Services',
    'goldenPathShare',
  ] as const)('leave out what does not run from %s', measure => {
    expect(
      listBehind(measure, { threshold: 2, types: ['service', 'job'] }),
    ).toMatchObject({ type: ['service', 'job'] });
  });
});

describe('listThatFired', () => {
  const counted = { threshold: 1, types: ['service'] };

  it('opens those without a golden path when few follow one', () => {
    expect(listThatFired('goldenPathShare', counted)).toEqual({
      type: ['service'],
      check: 'golden-path-origin',
      status: ['fail', 'unknown'],
      lifecycle: ['production'],
    });
  });

  it('opens what was counted for every other rule', () => {
    expect(listThatFired('tier1Services', counted)).toEqual(
      listBehind('tier1Services', counted),
    );
  });
});

describe('figure', () => {
  it.each([
    [0.256, 'goldenPathShare', '26%'],
    [0.5, 'runtimeShare', '50%'],
    [2.44, 'resourcesPerService', '2.4'],
    [12, 'teams', '12'],
    [null, 'developers', undefined],
  ] as const)('writes %s of %s as %s', (value, measure, expected) => {
    expect(figure(value, measure)).toBe(expected);
  });
});

describe('distances', () => {
  it('has none for the model that comes first', () => {
    expect(distances(advice.advice, 'devops')).toEqual([]);
  });
});

import {
  isApiLikeType,
  isRuntimeType,
  parseLifecycle,
  parseTier,
} from './classification';

describe('parseLifecycle', () => {
  it.each([
    ['production', 'production', true],
    ['GA', 'production', true],
    [' live ', 'production', true],
    ['poc', 'experimental', true],
    ['sunset', 'deprecated', true],
    ['constructor', 'production', false],
    ['', 'production', false],
    [undefined, 'production', false],
    [{}, 'production', false],
  ])('reads %j', (raw, lifecycle, known) => {
    expect(parseLifecycle(raw)).toMatchObject({ lifecycle, word: { known } });
  });
});

describe('parseTier', () => {
  it.each([
    ['1', 1],
    [' 4 ', 4],
    ['0', undefined],
    ['5', undefined],
    ['1.0', undefined],
    ['high', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, tier) => {
    expect(parseTier(text)).toBe(tier);
  });
});

describe('isRuntimeType', () => {
  it.each([
    ['Library', false],
    ['tool', false],
    ['service', true],
    ['ml-model', true],
    ['', true],
  ])('of %j is %s', (type, runtime) => {
    expect(isRuntimeType(type)).toBe(runtime);
  });
});

describe('isApiLikeType', () => {
  it.each([
    ['Service', true],
    ['api', true],
    ['backend', true],
    ['website', false],
    ['', false],
  ])('of %j is %s', (type, apiLike) => {
    expect(isApiLikeType(type)).toBe(apiLike);
  });
});

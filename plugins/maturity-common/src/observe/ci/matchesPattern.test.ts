import { matchesPattern } from './matchesPattern';

describe('matchesPattern', () => {
  it.each([
    ['ci/unit.yml', 'ci/*.yml', true],
    ['ci/deep/unit.yml', 'ci/*.yml', false],
    ['ci/deep/unit.yml', 'ci/**.yml', true],
    ['ci/deep/unit.yml', 'ci/**/unit.yml', true],
    ['unit.yml', '**.yml', true],
    ['unit.yml', '*', true],
    ['a/unit.yml', '*', false],
    ['ci/unit.yaml', 'ci/*.yml', false],
    ['ciXunit.yml', 'ci.unit.yml', false],
    ['über/a.yml', '*/a.yml', true],
    ['', '*', true],
  ])('says of %s and %s: %s', (path, pattern, expected) => {
    expect(matchesPattern(path, pattern)).toBe(expected);
  });

  it('is done with any pattern', () => {
    expect(matchesPattern('a'.repeat(300), `${'*a'.repeat(149)}*b`)).toBe(
      false,
    );
    expect(matchesPattern('a'.repeat(300), `${'**a'.repeat(99)}**`)).toBe(true);
    expect(matchesPattern('a'.repeat(301), '*')).toBe(false);
  });
});

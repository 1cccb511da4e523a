import { parseInteger, parseSemver } from './numbers';

describe('parseInteger', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    [' 42 ', 42],
    ['+7', 7],
    ['-3', -3],
    ['007', 7],
  ])('reads %j', (text, value) => {
    expect(parseInteger(text)).toBe(value);
  });

  it.each(['', '1.0', '1e3', '0x1', '٣', 'NaN', '1 2', '9'.repeat(16)])(
    'refuses %j',
    text => {
      expect(parseInteger(text)).toBeUndefined();
    },
  );
});

describe('parseSemver', () => {
  it.each([
    ['1.2.3', [1, 2, 3, '']],
    ['v0.10.0', [0, 10, 0, '']],
    ['2.0.0-rc.1+build.5', [2, 0, 0, 'rc.1']],
  ])('reads %s', (text, [major, minor, patch, prerelease]) => {
    expect(parseSemver(text)).toEqual({ major, minor, patch, prerelease });
  });

  it.each(['', '1', '1.2', '1.2.3.4', '01.2.3', '1.2.x', 'latest', '-1.2.3'])(
    'refuses %j',
    text => {
      expect(parseSemver(text)).toBeUndefined();
    },
  );
});

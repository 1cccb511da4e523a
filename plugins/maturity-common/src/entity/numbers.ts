/**
 * Reads a whole number written in decimal digits, with an optional sign; undefined for any other text.
 *
 * @public
 */
export function parseInteger(value: string): number | undefined {
  const digits = value.trim();
  return /^[+-]?\d{1,15}$/.test(digits) ? Number(digits) || 0 : undefined;
}

/**
 * A semantic version; `prerelease` is empty for a release.
 *
 * @public
 */
export interface Semver {
  major: number;
  minor: number;
  patch: number;
  prerelease: string;
}

const PART = '(0|[1-9]\\d{0,8})';
const SEMVER = new RegExp(
  `^v?${PART}\\.${PART}\\.${PART}(?:-([0-9A-Za-z.-]{1,100}))?(?:\\+[0-9A-Za-z.-]{1,100})?$`,
);

/**
 * Reads a semantic version with three numbers and an optional leading `v`; undefined for any other text.
 *
 * @public
 */
export function parseSemver(value: string): Semver | undefined {
  const match = SEMVER.exec(value.trim());
  if (!match) {
    return undefined;
  }
  const [, major, minor, patch, prerelease] = match;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    prerelease: prerelease ?? '',
  };
}

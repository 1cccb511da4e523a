const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ENDS_IN_EXTENSION = /\.[a-z][a-z0-9]{0,9}$/i;
const CONTROL_CHARACTER = /\p{Cc}/u;

/** The URL that an absolute address stands for, or undefined when it is none. */
export function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

// The URL parser repairs what a person would call broken: `http:/x`, tabs and blanks inside.
function isUnrepaired(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address) && !/[\s\p{Cc}]/u.test(address);
}

/**
 * True for an http or https URL.
 *
 * @public
 */
export function isHttpUrl(value: string): boolean {
  const address = value.trim();
  return isUnrepaired(address) && URL.canParse(address);
}

/**
 * An http or https URL in normal form, or undefined for any other text.
 *
 * @public
 */
export function parseHttpUrl(
  value: string,
): { href: string; host: string } | undefined {
  const address = value.trim();
  const url = isUnrepaired(address) ? parseUrl(address) : undefined;
  return url && { href: url.href, host: url.hostname };
}

/**
 * True for a relative path: it contains `/` or ends in a file extension. A text with blanks must end
 * in an extension, so that a sentence with a slash is not taken for a path.
 *
 * @public
 */
export function isRelativePath(value: string): boolean {
  const path = value.trim();
  if (
    path === '' ||
    path.startsWith('/') ||
    path.includes('\\') ||
    HAS_SCHEME.test(path) ||
    CONTROL_CHARACTER.test(path)
  ) {
    return false;
  }
  if (ENDS_IN_EXTENSION.test(path)) {
    return true;
  }
  return path.includes('/') && !/\s/.test(path);
}

/**
 * True for an http(s) URL or a relative path.
 *
 * @public
 */
export function isUrlOrPath(value: string): boolean {
  return isHttpUrl(value) || isRelativePath(value);
}

import { isError, toError } from '@backstage/errors';

/** Codes of drivers and of the operating system that say that a database is gone, starting, stopping or locked. */
const CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Classes of PostgreSQL: connections, resources, and operators who stop the server.
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
]);

// A driver's sentence stands alone, or behind the statement that it ended.
const WORDS =
  /(?:^| - )(?:Connection (?:terminated|ended)[^-]*|Client (?:has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect)$|^Unable to acquire a connection|Timeout acquiring a connection/;

// Requests to other services fail with the same codes, and their clients give these names.
const OTHERS: ReadonlySet<string> = new Set([
  'FetchError',
  'ResponseError',
  'TypeError',
]);

function codeOf(error: object): string | undefined {
  return 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** Whether an error says that the database could not be reached, and not that a statement was wrong. */
export function isLostDatabase(error: unknown): boolean {
  if (!isError(error) || OTHERS.has(error.name)) return false;
  const code = codeOf(error);
  if (code !== undefined) {
    const [first, second] = code.split('_');
    if (CODES.has(code) || CODES.has(`${first}_${second}`)) return true;
    if (/^08\d{3}$/.test(code)) return true;
  }
  if ('errors' in error && Array.isArray(error.errors)) {
    return error.errors.some(isLostDatabase);
  }
  return error.name === 'KnexTimeoutError' || WORDS.test(error.message);
}

/**
 * What went wrong, for operators. The drivers put the whole statement before it, and the address of the
 * server into it, which are of no use to them.
 */
export function explainError(error: unknown): string {
  if (!isLostDatabase(error)) return toError(error).message;
  const code = isError(error) ? codeOf(error) : undefined;
  return `The database does not answer${code ? ` (${code})` : ''}`;
}

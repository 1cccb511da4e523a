import { explainError, isLostDatabase } from './isLostDatabase';

function failure(message: string, more: object = {}): Error {
  return Object.assign(new Error(message), more);
}

describe('isLostDatabase', () => {
  it.each<[string, Error]>([
    ['a refused connection', failure('x', { code: 'ECONNREFUSED' })],
    ['a server that shuts down', failure('x', { code: '57P01' })],
    ['a class of connection errors', failure('x', { code: '08006' })],
    ['a locked file', failure('x', { code: 'SQLITE_BUSY_SNAPSHOT' })],
    ['a connection that ended', failure('Connection terminated unexpectedly')],
    [
      'a connection that ended in a statement',
      failure('select 1 from "t" - Connection terminated unexpectedly'),
    ],
    [
      'a client after that',
      failure(
        'begin; - Client has encountered a connection error and is not queryable',
      ),
    ],
    [
      'a client that was closed',
      failure('select 1 - Client was closed and is not queryable'),
    ],
    [
      'a full pool',
      Object.assign(failure('Timeout acquiring a connection. The pool …'), {
        name: 'KnexTimeoutError',
      }),
    ],
    [
      'one of several attempts',
      failure('', { errors: [failure('x', { code: 'ECONNREFUSED' })] }),
    ],
  ])('is true of %s', (_, error) => {
    expect(isLostDatabase(error)).toBe(true);
    expect(explainError(error)).toMatch(/^The database does not answer/);
  });

  it.each<[string, unknown]>([
    ['a wrong statement', failure('select - syntax error', { code: '42601' })],
    [
      'a statement that only speaks of it',
      failure(`select ' - Connection terminated' as a - no such column: a`),
    ],
    [
      'a request to another service',
      Object.assign(failure('fetch failed', { code: 'ECONNREFUSED' }), {
        name: 'FetchError',
      }),
    ],
    ['no error at all', 'ECONNREFUSED'],
  ])('is false of %s', (_, error) => {
    expect(isLostDatabase(error)).toBe(false);
  });
});

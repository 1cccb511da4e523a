import { isError, toError } from '@backstage/errors';

/**
 * How far a fault reaches: the whole `host` would give it again, it is `lasting` until somebody changes
 * something, or it is `passing`.
 */
export type FaultReach = 'host' | 'lasting' | 'passing';

/**
 * Why a tree could not be read, in words for everybody who may see the entity. What the host said may
 * hold addresses within a company, and belongs into the log.
 */
export class TreeFault extends Error {
  readonly name = 'TreeFault';

  constructor(
    message: string,
    readonly reach: FaultReach,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

function statusIn(message: string): number | undefined {
  const found = /\b(401|403|429|5\d\d)\b/.exec(message);
  return found ? Number(found[1]) : undefined;
}

/** The fault behind an error of a URL reader. Readers tell most states of a response by their text alone. */
export function toTreeFault(error: unknown): TreeFault {
  if (error instanceof TreeFault) return error;
  const { message } = toError(error);
  const cause = { cause: error };
  if (isError(error) && error.name === 'NotFoundError') {
    return new TreeFault(
      'The host has no such tree, or the portal may not read it.',
      'lasting',
      cause,
    );
  }
  if (isError(error) && error.name === 'NotAllowedError') {
    return new TreeFault(
      'The portal may not read from this host.',
      'lasting',
      cause,
    );
  }
  // Addresses in the text may hold digits of any kind, so they go first.
  const status = statusIn(message.replace(/\S*:\/\/\S*/g, ''));
  if (
    status !== undefined ||
    (isError(error) && error.name === 'AuthenticationError')
  ) {
    return new TreeFault(
      `The host refused to give the files${
        status === undefined ? '' : `, with status ${status}`
      }.`,
      'host',
      cause,
    );
  }
  return new TreeFault('The files could not be read.', 'passing', cause);
}

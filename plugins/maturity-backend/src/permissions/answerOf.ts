import { isError, ServiceUnavailableError } from '@backstage/errors';

// These speak of the caller, who can do something about it.
const OF_CALLER: ReadonlySet<string> = new Set([
  'AuthenticationError',
  'InputError',
  'NotAllowedError',
]);

/**
 * The answer of those who decide what a caller may see. While they give none nobody is shown anything, and
 * callers are told that asking again helps; the text holds nothing of what went wrong within a company.
 */
export async function answerOf<T>(
  who: 'catalog' | 'permission system',
  answer: Promise<T>,
): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isError(error) && OF_CALLER.has(error.name)) throw error;
    throw new ServiceUnavailableError(
      `It cannot be found out what you may see, because the ${who} does not answer; ask again in a minute.`,
    );
  }
}

import { ResponseError } from '@backstage/errors';
import { type Text, useText } from '../../hooks/useText';
import { Action } from './Action';
import { Notice } from './Notice';

/** Statuses that the pages have their own words for. */
export function errorStatus(
  error: Error,
): 'not-found' | 'not-allowed' | 'refused' | 'other' {
  const status = ResponseError.is(error) ? error.statusCode : undefined;
  if (status === 404 || error.name === 'NotFoundError') return 'not-found';
  if (status === 403 || error.name === 'NotAllowedError') return 'not-allowed';
  if (status === 400 || error.name === 'InputError') return 'refused';
  return 'other';
}

/** What browsers say, each in its own words, when no answer came. */
const UNREACHABLE =
  /^(Failed to fetch|NetworkError when attempting to fetch|Load failed|network error)/i;

function isUnreachable({ name, message }: Error): boolean {
  return (
    name === 'AbortError' ||
    name === 'TimeoutError' ||
    (name === 'TypeError' && UNREACHABLE.test(message))
  );
}

/**
 * The server's own sentence, without the status line that the client puts before it; ours where no answer
 * came.
 */
export function errorSentence(t: Text, error: Error): string {
  if (isUnreachable(error)) return t('common.error.unreachable');
  return ResponseError.is(error) ? error.cause.message : error.message;
}

/** Why something could not be loaded, in words, with a way to try again. */
export function Failure(props: {
  error: Error;
  /** Whether older content stays visible beside this. */
  kept?: boolean;
  onRetry(): void;
}) {
  const { error, kept = false, onRetry } = props;
  const t = useText();
  const retry = (
    <Action variant="outlined" size="small" onClick={onRetry}>
      {t('common.retry')}
    </Action>
  );
  if (errorStatus(error) === 'not-allowed') {
    return (
      <Notice
        severity="info"
        role="alert"
        title={t('common.error.notAllowedTitle')}
        action={retry}
      >
        {t('common.error.notAllowed')}
      </Notice>
    );
  }
  return (
    <Notice
      severity={kept ? 'warning' : 'error'}
      role="alert"
      title={t(kept ? 'common.error.keptTitle' : 'common.error.title')}
      action={retry}
    >
      {errorSentence(t, error)}
    </Notice>
  );
}

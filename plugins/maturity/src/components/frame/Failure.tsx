import { ResponseError } from '@backstage/errors';
import { useText } from '../../hooks/useText';
import { Action } from './Action';
import { Notice } from './Notice';

/** Statuses that the pages have their own words for. */
export function errorStatus(
  error: Error,
): 'not-found' | 'not-allowed' | 'other' {
  const status = ResponseError.is(error) ? error.statusCode : undefined;
  if (status === 404 || error.name === 'NotFoundError') return 'not-found';
  if (status === 403 || error.name === 'NotAllowedError') return 'not-allowed';
  return 'other';
}

/** The server's own sentence, without the status line that the client puts before it. */
export function errorSentence(error: Error): string {
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
      {errorSentence(error)}
    </Notice>
  );
}

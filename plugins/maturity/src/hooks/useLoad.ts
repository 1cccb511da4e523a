import { toError } from '@backstage/errors';
import { useCallback, useEffect, useState } from 'react';

/** What is known of something that is read from the backend. */
export interface Loaded<T> {
  /** The last value that arrived; it outlives later failures. */
  value?: T;
  /** Why the newest attempt failed. */
  error?: Error;
  /** Whether an attempt is under way. */
  busy: boolean;
  reload(): void;
  /** Puts a newer value in place, for instance the answer of a refresh. */
  replace(value: T): void;
}

/**
 * Reads once when shown, again when `load` changes or `reload` is called, and forgets answers that
 * arrive too late. `load` must be stable (`useCallback`).
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<Loaded<T>, 'reload' | 'replace'>>({
    busy: true,
  });

  useEffect(() => {
    const controller = new AbortController();
    setState(before => ({ ...before, busy: true }));
    load(controller.signal).then(
      value => {
        if (!controller.signal.aborted) setState({ value, busy: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setState(before => ({
          value: before.value,
          error: toError(error),
          busy: false,
        }));
      },
    );
    return () => controller.abort();
  }, [load, attempt]);

  const reload = useCallback(() => setAttempt(before => before + 1), []);
  const replace = useCallback(
    (value: T) => setState({ value, busy: false }),
    [],
  );
  return { ...state, reload, replace };
}

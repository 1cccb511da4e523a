import { toError } from '@backstage/errors';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { errorStatus } from '../components/frame/Failure';
import type { Memory } from './Memory';

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

/** Where an answer is kept for the next time. */
export interface Place<T> {
  memory: Memory<T>;
  /** The client that reads. */
  client: object;
  key: string;
}

type State<T> = Omit<Loaded<T>, 'reload' | 'replace'>;

/**
 * Reads once when shown, again when `load` changes or `reload` is called, and forgets answers that
 * arrive too late. `load` must be stable (`useCallback`). With a place, the value that was there
 * before stands at once when somebody comes back, while it is read again.
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  place?: Place<T>,
): Loaded<T> {
  const { memory, client, key } = place ?? {};
  const kept = useMemo(
    () =>
      memory && client && key !== undefined
        ? {
            get: () => memory.get(client, key),
            set: (value: T) => memory.set(client, key, value),
            delete: () => memory.delete(client, key),
          }
        : undefined,
    [memory, client, key],
  );
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<T>>(() => ({
    value: kept?.get(),
    busy: true,
  }));

  useEffect(() => {
    const controller = new AbortController();
    setState(before => ({
      ...before,
      value: kept?.get() ?? before.value,
      busy: true,
    }));
    load(controller.signal).then(
      value => {
        if (controller.signal.aborted) return;
        kept?.set(value);
        setState({ value, busy: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const reason = toError(error);
        const status = errorStatus(reason);
        // Who may no longer read it must not go on seeing it.
        const refused = status === 'not-allowed';
        if (refused || status === 'not-found') kept?.delete();
        setState(before => ({
          value: refused ? undefined : before.value,
          error: reason,
          busy: false,
        }));
      },
    );
    return () => controller.abort();
  }, [load, attempt, kept]);

  const reload = useCallback(() => setAttempt(before => before + 1), []);
  const replace = useCallback(
    (value: T) => {
      kept?.set(value);
      setState({ value, busy: false });
    },
    [kept],
  );
  return { ...state, reload, replace };
}

import { toError } from '@backstage/errors';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { errorStatus } from '../components/frame/Failure';
import type { Memory } from './Memory';

/** What is known of something that is read from the backend. */
export interface Loaded<T> {
  /** The last value that arrived for the key; it outlives later failures. */
  value?: T;
  /** Why the newest attempt failed. */
  error?: Error;
  /** Whether an attempt is under way. */
  busy: boolean;
  reload(): void;
  /** Puts a newer value in place, for instance the answer of a refresh. */
  replace(value: T): void;
}

/** What is read. */
export interface Subject {
  /** What the value is about, for instance an entity: nothing of another key is ever given. */
  key: string;
  /** A page or a filter: the value of the part before stays until another is there. */
  part?: string;
}

/** What is read, and where its answers are kept for the next time. */
export interface Place<T> extends Subject {
  memory: Memory<T>;
  /** The client that reads. */
  client: object;
}

/** The answers for one key. Each is told apart by its identity, so that those for another are known. */
interface Answers<T> {
  get(part: string): T | undefined;
  set(part: string, value: T): void;
  delete(part: string): void;
}

interface State<T> {
  answers: Answers<T>;
  /** The part of the newest attempt. */
  part: string;
  value?: T;
  error?: Error;
  busy: boolean;
}

function answersFor<T>(
  key: string,
  memory: Memory<T> | undefined,
  client: object | undefined,
): Answers<T> {
  const place = (part: string) => (part === '' ? key : `${key} ${part}`);
  return {
    get: part => client && memory?.get(client, place(part)),
    set: (part, value) => client && memory?.set(client, place(part), value),
    delete: part => client && memory?.delete(client, place(part)),
  };
}

/** What stands when a part is asked for: nothing of another key, and no failure of another part. */
function asked<T>(
  before: State<T> | undefined,
  answers: Answers<T>,
  part: string,
): State<T> {
  const same = before?.answers === answers ? before : undefined;
  return {
    answers,
    part,
    value: answers.get(part) ?? same?.value,
    error: same?.part === part ? same.error : undefined,
    busy: true,
  };
}

/**
 * Reads once when shown, again when `load` or the subject changes or `reload` is called, and forgets
 * answers that arrive too late. `load` must be stable (`useCallback`). With a place, the value that was
 * there before stands at once when somebody comes back, while it is read again.
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  subject: Subject | Place<T>,
): Loaded<T> {
  const { key, part = '' } = subject;
  const { memory, client } =
    'memory' in subject ? subject : { memory: undefined, client: undefined };
  const answers = useMemo(
    () => answersFor(key, memory, client),
    [key, memory, client],
  );
  const [attempt, setAttempt] = useState(0);
  const [stored, setStored] = useState<State<T>>(() =>
    asked(undefined, answers, part),
  );

  useEffect(() => {
    const controller = new AbortController();
    setStored(before => asked(before, answers, part));
    load(controller.signal).then(
      value => {
        if (controller.signal.aborted) return;
        answers.set(part, value);
        setStored({ answers, part, value, busy: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const reason = toError(error);
        const status = errorStatus(reason);
        // Who may no longer read it must not go on seeing it.
        const refused = status === 'not-allowed';
        if (refused || status === 'not-found') answers.delete(part);
        setStored(before => ({
          answers,
          part,
          value: refused ? undefined : before.value,
          error: reason,
          busy: false,
        }));
      },
    );
    return () => controller.abort();
  }, [load, attempt, answers, part]);

  const reload = useCallback(() => setAttempt(before => before + 1), []);
  const replace = useCallback(
    (value: T) => {
      answers.set(part, value);
      // By now something else may be shown.
      setStored(before =>
        before.answers === answers && before.part === part
          ? { answers, part, value, busy: false }
          : before,
      );
    },
    [answers, part],
  );

  // The effect comes after the first rendering for a subject, which must not show the one before.
  const current =
    stored.answers === answers && stored.part === part
      ? stored
      : asked(stored, answers, part);
  return {
    value: current.value,
    error: current.error,
    busy: current.busy,
    reload,
    replace,
  };
}

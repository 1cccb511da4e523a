/** Settles as the promise does, or rejects with the reason of the signal, whichever comes first. */
export async function untilAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
  });
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** The pages of a stream. Stops at once when the signal aborts, also while a page is awaited that may never come. */
export async function* pagesUntilAborted<T>(
  stream: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  const pages = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await untilAborted(pages.next(), signal);
    if (next.done) return;
    yield next.value;
  }
}

/** Answers kept per client; the oldest gives way. */
const KEPT = 30;

/**
 * What was read last, for the time until it is read again. It hangs on the client that read it, so that
 * another client, another test or another account never sees it.
 */
export class Memory<T> {
  readonly #answers = new WeakMap<object, Map<string, T>>();

  get(client: object, key: string): T | undefined {
    return this.#answers.get(client)?.get(key);
  }

  set(client: object, key: string, value: T): void {
    const kept = this.#answers.get(client) ?? new Map<string, T>();
    this.#answers.set(client, kept);
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
  }

  delete(client: object, key: string): void {
    this.#answers.get(client)?.delete(key);
  }
}

/**
 * Answers that are being worked out, so that whoever asks the same meanwhile waits for the same work. The
 * answers must not be changed by those who get them.
 */
export class InFlight<T> {
  readonly #running = new Map<unknown, Map<string, Promise<T>>>();

  /** @param about - compared by identity, beside the key */
  share(about: unknown, key: string, work: () => Promise<T>): Promise<T> {
    const ofAbout = this.#running.get(about) ?? new Map<string, Promise<T>>();
    this.#running.set(about, ofAbout);
    const running = ofAbout.get(key);
    if (running) return running;
    const started = work().finally(() => {
      ofAbout.delete(key);
      if (!ofAbout.size) this.#running.delete(about);
    });
    ofAbout.set(key, started);
    return started;
  }
}

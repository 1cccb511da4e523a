import { TooManyRefreshesError } from './errors';

const WINDOW_MS = 60_000;
const MOST_CALLERS = 10_000;

/** Lets each caller have so many refreshes within any minute. Every replica counts for itself. */
export class RefreshLimit {
  readonly #limit: number;
  readonly #moments = new Map<string, number[]>();

  /** @param limit - refreshes of one caller within a minute, at least 1 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Counts one refresh; throws a `TooManyRefreshesError` when the caller has had enough. */
  take(caller: string, now: number): void {
    const kept = this.#moments.get(caller) ?? [];
    // A moment that lies ahead is left from before the clock was set back.
    const recent = kept.filter(at => at <= now && now - at < WINDOW_MS);
    if (recent.length >= this.#limit) {
      const seconds = Math.ceil((recent[0] + WINDOW_MS - now) / 1000);
      throw new TooManyRefreshesError({ limit: this.#limit, seconds });
    }
    recent.push(now);
    // Put back at the end, so that the first of the map is who asked least recently.
    this.#moments.delete(caller);
    this.#moments.set(caller, recent);
    for (const oldest of this.#moments.keys()) {
      if (this.#moments.size <= MOST_CALLERS) break;
      this.#moments.delete(oldest);
    }
  }
}

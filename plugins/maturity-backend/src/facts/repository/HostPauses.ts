const FIRST_MS = 60_000;
const LONGEST_MS = 3_600_000;

/** Milliseconds to wait after so many failures in a row, doubled each time. */
export function waitAfter(
  failures: number,
  { first = FIRST_MS, longest = LONGEST_MS } = {},
): number {
  return Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
}

/** Hosts that refused, and are left alone for a while: each request more would make it longer. */
export class HostPauses {
  readonly #hosts = new Map<string, { failures: number; until: number }>();

  /** The hosts that are left alone now. */
  at(now: number): string[] {
    return [...this.#hosts].flatMap(([host, { until }]) =>
      until > now ? host : [],
    );
  }

  has(host: string, now: number): boolean {
    return (this.#hosts.get(host)?.until ?? 0) > now;
  }

  /** Begins a pause, each longer than the one before, or gives the end of that which lasts. */
  refused(host: string, now: number): number {
    const known = this.#hosts.get(host);
    if (known && known.until > now) return known.until;
    const failures = (known?.failures ?? 0) + 1;
    const until = now + waitAfter(failures);
    this.#hosts.set(host, { failures, until });
    return until;
  }

  answered(host: string): void {
    this.#hosts.delete(host);
  }
}

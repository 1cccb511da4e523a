import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const CALLERS = 8;
const PROBE_EVERY_MS = 50;

/** What callers saw. */
export interface Outcome {
  /** Answers by code. */
  answers: ReadonlyMap<number, number>;
  /** Why requests got no answer, one line each. */
  dropped: readonly string[];
  /** Answers that came while the service said that it is not ready. */
  whileDraining: number;
}

/**
 * Requests as a load balancer sends them: several at once, on connections that are kept. It asks `/readyz` all the time,
 * and stops sending a while after the first "no", because news travels slowly in a cluster.
 */
export class Traffic {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: CALLERS });
  readonly #answers = new Map<number, number>();
  readonly #dropped: string[] = [];
  readonly #address: string;
  readonly #lagMs: number;
  readonly #work: Promise<unknown>;
  #whileDraining = 0;
  #draining = false;
  #sending = true;

  constructor(address: string, options: { route: string; lagMs: number }) {
    this.#address = address;
    this.#lagMs = options.lagMs;
    const callers = Array.from({ length: CALLERS }, () =>
      this.#call(options.route),
    );
    this.#work = Promise.all([...callers, this.#watch()]);
  }

  /** How many answers came so far. */
  get answered(): number {
    return [...this.#answers.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Resolves when the service has said "not ready" and every request has its end. */
  async end(): Promise<Outcome> {
    await this.#work;
    this.#agent.destroy();
    return {
      answers: this.#answers,
      dropped: this.#dropped,
      whileDraining: this.#whileDraining,
    };
  }

  async #call(route: string): Promise<void> {
    while (this.#sending) {
      try {
        const code = await this.#ask(route, this.#agent);
        this.#answers.set(code, (this.#answers.get(code) ?? 0) + 1);
        if (this.#draining) this.#whileDraining += 1;
      } catch (error) {
        this.#dropped.push(String(error));
        await delay(10);
      }
    }
  }

  async #watch(): Promise<void> {
    for (;;) {
      // A probe opens a connection each time, as kubelets do.
      const code = await this.#ask('/readyz').catch(() => 0);
      if (code !== 200) break;
      await delay(PROBE_EVERY_MS);
    }
    this.#draining = true;
    await delay(this.#lagMs);
    this.#sending = false;
  }

  #ask(route: string, agent?: http.Agent): Promise<number> {
    return new Promise((resolve, reject) => {
      const url = `${this.#address}${route}`;
      const request = http.get(url, { agent, timeout: 10_000 }, response => {
        response.on('error', reject);
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      });
      request.on('timeout', () => request.destroy(new Error('timed out')));
      request.on('error', reject);
    });
  }
}

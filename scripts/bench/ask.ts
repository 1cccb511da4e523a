import http from 'node:http';
import { median } from './catalog';

/** Milliseconds, and answers a second. */
export interface Answered {
  alone: number;
  median: number;
  p95: number;
  perSecond: number;
}

const CLIENTS = 8;
/** Asked before anything counts: a server that has just started has compiled nothing of what it runs. */
const WARM_UP = 100;
const MOST_ALONE = 40;
const MOST_TOGETHER = 400;
const LONGEST_MS = 3_000;

/** Asks for addresses on a loopback port over connections that stay open. */
export class Asker {
  readonly #port: number;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });

  constructor(port: number) {
    this.#port = port;
  }

  /** Asks for the addresses in turn: first one after the other, then by eight clients at once. */
  async measure(addresses: readonly string[]): Promise<Answered> {
    await this.#client(addresses, WARM_UP);
    const alone = await this.#client(addresses, MOST_ALONE);
    const started = performance.now();
    const together = await Promise.all(
      Array.from({ length: CLIENTS }, () =>
        this.#client(addresses, MOST_TOGETHER / CLIENTS),
      ),
    );
    const seconds = (performance.now() - started) / 1_000;
    const times = together.flat().sort((one, other) => one - other);
    return {
      alone: median(alone),
      median: median(times),
      p95: times[Math.floor(times.length * 0.95)],
      perSecond: times.length / seconds,
    };
  }

  close(): void {
    this.#agent.destroy();
  }

  async #client(addresses: readonly string[], most: number): Promise<number[]> {
    const times: number[] = [];
    const started = performance.now();
    while (times.length < most && performance.now() - started < LONGEST_MS) {
      const at = Math.floor(Math.random() * addresses.length);
      times.push(await this.#ask(addresses[at]));
    }
    return times;
  }

  #ask(path: string): Promise<number> {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, port: this.#port, path };
      const request = http.get({ ...options, host: '127.0.0.1' }, answer => {
        if (answer.statusCode !== 200) {
          reject(new Error(`${path} was answered ${answer.statusCode}.`));
        }
        answer.on('data', () => {});
        answer.on('end', () => resolve(performance.now() - started));
      });
      request.on('error', reject);
    });
  }
}

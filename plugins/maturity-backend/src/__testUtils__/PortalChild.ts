import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';

const TOKEN = 'a-token-for-tests-only';

/** A portal in a process of its own. */
export class PortalChild {
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #url: string;
  #log = '';

  constructor(options: {
    name: string;
    /** The bundle of `runPortal`. */
    bundle: string;
    /** Where it may write. */
    folder: string;
    port: number;
    catalogPort: number;
    database: JsonObject;
  }) {
    const { name, bundle, folder, port, catalogPort, database } = options;
    const baseUrl = `http://127.0.0.1:${port}`;
    this.#url = `${baseUrl}/api/maturity`;
    const config = {
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database,
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'test' } },
          ],
        },
      },
      discovery: {
        endpoints: [
          {
            target: `http://127.0.0.1:${catalogPort}/${name}/api/catalog`,
            plugins: ['catalog'],
          },
        ],
      },
      maturity: {
        sweep: {
          frequency: { seconds: 2 },
          initialDelay: { seconds: 0 },
          poll: { seconds: 1 },
          lease: { seconds: 5 },
        },
      },
    };
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(config));
    this.#child = spawn(process.execPath, [bundle, '--config', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // With "test" the scheduler does not tidy up behind a killed process.
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
      },
    });
    const keep = (chunk: Buffer) => {
      this.#log += chunk.toString();
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.exited = new Promise(resolve => {
      this.#child.once('exit', () => resolve());
    });
  }

  get log(): string {
    return this.#log;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Asks a route and believes that the answer has the shape that the caller names. */
  async get<T>(route: string): Promise<{ status: number; body: T }> {
    const answer = await fetch(`${this.#url}${route}`, {
      headers: { Authorization: `Bearer ${TOKEN}` },
      signal: AbortSignal.timeout(10_000),
    });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  }

  /** Has one entity evaluated and gives the status of the answer. */
  async refresh(entityPath: string): Promise<number> {
    const url = `${this.#url}/scorecards/${entityPath}/refresh`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${TOKEN}` },
    });
    return answer.status;
  }

  /** Waits until it answers a route as expected, and says what it answered last when it does not. */
  async until<T>(
    route: string,
    isExpected: (body: T) => boolean,
    seconds = 60,
  ): Promise<void> {
    const deadline = performance.now() + seconds * 1_000;
    let last = '';
    while (performance.now() < deadline) {
      try {
        const { status, body } = await this.get<T>(route);
        if (status === 200 && isExpected(body)) return;
        last = `${status} ${JSON.stringify(body).slice(0, 500)}`;
      } catch (error) {
        last = String(error);
      }
      await pause(100);
    }
    throw new Error(
      `The portal did not answer "${route}" as expected within ${seconds} s: ${last}\n${
        this.#log
      }`,
    );
  }
}

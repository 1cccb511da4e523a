import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { shellEnvironment } from './commands';

const LONGEST_START_MS = 30_000;
const LONGEST_STOP_MS = 20_000;

/** A port of the loopback interface that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('No port.');
  return address.port;
}

/** How to start a service. */
export interface StartOptions {
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

/** A process that listens on a port of its own, named in `PORT`. */
export class RunningService {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | string>;
  #log = '';

  private constructor(child: ChildProcess, readonly address: string) {
    this.#child = child;
    this.#ended = new Promise(resolve => {
      child.on('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
      child.on('error', error => resolve(error.message));
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', data => (this.#log += data));
    }
  }

  /** Starts a command and waits until the service says that it takes requests. */
  static async start(
    command: readonly string[],
    { cwd, env = {} }: StartOptions,
  ): Promise<RunningService> {
    const port = await freePort();
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd,
      env: shellEnvironment({ ...env, PORT: String(port) }),
      // A group of its own, so that a shell or npm in between cannot leave it behind.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const service = new RunningService(child, `http://127.0.0.1:${port}`);
    try {
      await service.#ready();
    } catch (error) {
      service.kill();
      throw error;
    }
    return service;
  }

  async #ready(): Promise<void> {
    let end: number | string | undefined;
    void this.#ended.then(value => (end = value));
    const until = Date.now() + LONGEST_START_MS;
    while (Date.now() < until && end === undefined) {
      const response = await fetch(`${this.address}/readyz`).catch(() => null);
      await response?.text();
      if (response?.ok) return;
      await delay(50);
    }
    throw new Error(
      `The service is not ready (${end ?? 'still starting'}):\n${this.#log}`,
    );
  }

  /** All that it wrote so far. */
  get log(): string {
    return this.#log;
  }

  /** What it answers: code, headers and text. */
  async get(
    route: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; headers: Headers; text: string }> {
    const response = await fetch(`${this.address}${route}`, { headers });
    const { status } = response;
    return { status, headers: response.headers, text: await response.text() };
  }

  signal(name: 'SIGTERM' | 'SIGINT'): void {
    this.#child.kill(name);
  }

  /** Its exit code, or the signal that ended it. */
  async end(): Promise<number | string> {
    const late = delay(LONGEST_STOP_MS, 'too late', { ref: false });
    return Promise.race([this.#ended, late]);
  }

  /** Ends it and all that it started, at once. */
  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

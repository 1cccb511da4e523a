import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
// The tests of the whole portal start processes in the same way.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { freePort, root, until } from '../../app/e2e-tests/process';

const LONGEST_LOG = 400_000;

/** What the environment of a replica says beside the address, which each replica has for itself. */
export interface Place {
  /** Configuration laid over that for production, as JSON or YAML. */
  config: string;
  postgres: URL;
  /** Token of `MATURITY_READ_TOKEN` and of `MATURITY_DEPLOY_TOKEN`. */
  tokens: { read: string; deploy: string };
}

/** An answer of the HTTP API. */
export interface Answer {
  status: number;
  body: unknown;
}

/** One process of the demo portal's backend with the production configuration. */
export class Replica {
  readonly name: string;
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | string>;
  readonly #tokens: Place['tokens'];
  #log = '';

  private constructor(options: {
    child: ChildProcess;
    name: string;
    url: string;
    tokens: Place['tokens'];
  }) {
    const { child, name, url, tokens } = options;
    this.name = name;
    this.url = url;
    this.#child = child;
    this.#tokens = tokens;
    this.#exit = new Promise(resolve =>
      child.once('exit', (code, signal) => resolve(code ?? signal ?? 'gone')),
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', chunk => {
        this.#log = (this.#log + chunk).slice(-LONGEST_LOG);
      });
    }
  }

  /** Starts a process and waits until it says that it is ready; the database knows it by its name. */
  static async start(name: string, place: Place): Promise<Replica> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const { postgres, tokens } = place;
    const configs = ['app-config.yaml', 'app-config.production.yaml']
      .map(file => path.join(root, file))
      .concat(place.config);
    const child = spawn(
      process.execPath,
      [
        '--require',
        path.join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
        'src/index.ts',
        ...configs.flatMap(file => ['--config', file]),
      ],
      {
        cwd: path.join(root, 'packages', 'backend'),
        env: {
          ...process.env,
          NODE_ENV: 'production',
          LOG_LEVEL: 'info',
          APP_BASE_URL: url,
          REPLICA_NAME: name,
          BACKEND_HOST: '127.0.0.1',
          BACKEND_PORT: String(port),
          POSTGRES_HOST: postgres.hostname,
          POSTGRES_PORT: postgres.port,
          POSTGRES_USER: postgres.username,
          POSTGRES_PASSWORD: postgres.password || 'none',
          AUTH_SESSION_SECRET: 'only-for-this-test',
          MATURITY_READ_TOKEN: tokens.read,
          MATURITY_DEPLOY_TOKEN: tokens.deploy,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const replica = new Replica({ child, name, url, tokens });
    try {
      await until('Readiness', () => replica.#isReady(), {
        seconds: 60,
        alive: () => child.exitCode === null,
      });
    } catch (error) {
      await replica.kill();
      throw new Error(`${error}\nIts last words:\n${replica.log.slice(-8000)}`);
    }
    return replica;
  }

  /** What the process has written so far, without a line for each request. */
  get log(): string {
    return this.#log
      .split('\n')
      .filter(line => !line.includes('"incomingRequest"'))
      .join('\n');
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** GET of the maturity API with the token that may read. */
  async get(route: string): Promise<Answer> {
    return this.#ask('GET', { route, token: this.#tokens.read });
  }

  /** POST of the maturity API with the token that may refresh. */
  async post(route: string): Promise<Answer> {
    return this.#ask('POST', { route, token: this.#tokens.deploy });
  }

  /** Ends the process as an orchestrator does; gives its exit code and how long it took, in ms. */
  async stop(): Promise<{ code: number | string; took: number }> {
    const started = Date.now();
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 20_000);
    const code = await this.#exit;
    clearTimeout(timer);
    return { code, took: Date.now() - started };
  }

  /** Ends the process at once, as a lost machine does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }

  async #isReady(): Promise<true | undefined> {
    const health = `${this.url}/.backstage/health/v1/readiness`;
    const response = await fetch(health);
    return response.ok || undefined;
  }

  async #ask(
    method: string,
    { route, token }: { route: string; token: string },
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/api/maturity${route}`, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(30_000),
    });
    return { status: response.status, body: await response.json() };
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from './RunningService';
import { shellEnvironment } from './commands';

const LONGEST_START_MS = 20_000;

/** What it scrapes, which rules it evaluates, and a folder for its data. */
export interface PrometheusOptions {
  folder: string;
  /** Host and port of the service. */
  target: string;
  /** What service discovery adds to every series, over what the service says itself. */
  labels: Readonly<Record<string, string>>;
  rules: string;
}

/** A rule as Prometheus sees it. */
export interface EvaluatedRule {
  name: string;
  type: string;
  health: string;
  lastError?: string;
  state?: string;
}

/** A real Prometheus that scrapes one service and evaluates its rules every half second. */
export class Prometheus {
  readonly #child: ChildProcess;
  readonly #address: string;

  private constructor(child: ChildProcess, address: string) {
    this.#child = child;
    this.#address = address;
  }

  static async start(options: PrometheusOptions): Promise<Prometheus> {
    const { folder, target, labels, rules } = options;
    mkdirSync(folder, { recursive: true });
    const config = path.join(folder, 'prometheus.json');
    const each = '500ms';
    writeFileSync(
      config,
      JSON.stringify({
        global: { scrape_interval: each, evaluation_interval: each },
        rule_files: [rules],
        scrape_configs: [
          {
            job_name: 'service',
            scrape_timeout: each,
            static_configs: [{ targets: [target], labels }],
          },
        ],
      }),
    );
    const port = await freePort();
    const child = spawn(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${path.join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { cwd: folder, env: shellEnvironment(), stdio: 'ignore' },
    );
    const prometheus = new Prometheus(child, `http://127.0.0.1:${port}`);
    const until = Date.now() + LONGEST_START_MS;
    for (;;) {
      const ready = await fetch(`http://127.0.0.1:${port}/-/ready`).catch(
        () => null,
      );
      if (ready?.ok) return prometheus;
      if (Date.now() > until || child.exitCode !== null) {
        prometheus.stop();
        throw new Error('Prometheus does not start.');
      }
      await delay(100);
    }
  }

  /** The values of an expression, now. Throws with what Prometheus says when it cannot evaluate it. */
  async query(expression: string): Promise<number[]> {
    const { result } = await this.#ask(
      `query?query=${encodeURIComponent(expression)}`,
    );
    const samples: { value: [number, string] }[] = result;
    return samples.map(({ value }) => Number(value[1]));
  }

  /** The values of an expression as soon as there are any that suit. */
  async await(
    expression: string,
    suits: (values: number[]) => boolean = values => values.length > 0,
  ): Promise<number[]> {
    const until = Date.now() + LONGEST_START_MS;
    for (;;) {
      const values = await this.query(expression);
      if (suits(values)) return values;
      if (Date.now() > until) {
        throw new Error(`${expression} gives [${values.join(', ')}].`);
      }
      await delay(200);
    }
  }

  async rules(): Promise<EvaluatedRule[]> {
    const { groups } = await this.#ask('rules');
    const found: { rules: EvaluatedRule[] }[] = groups;
    return found.flatMap(({ rules }) => rules);
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  async #ask(route: string) {
    const response = await fetch(`${this.#address}/api/v1/${route}`);
    const { status, data, error } = await response.json();
    if (status !== 'success') throw new Error(`${route}: ${error}`);
    return data;
  }
}

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { run } from './commands';
import { instructionsOf, readDockerfile } from './dockerfile';
import type { Language } from './languages';
import { RunningService } from './RunningService';
import { pipelineCode, shellFences, workflowCode } from './shellCode';

const linesOf = (code: string) => code.split('\n').filter(line => line);

// The same command may be written for a shell with or without an environment of the language.
const same = (line: string) =>
  line.replace(/^python3 /, 'python ').replace(' --cache .npm', '');

/** A generated service, its commands, and the places outside of it that they need. */
export class GeneratedProject {
  readonly folder: string;
  readonly #language: Language;
  readonly #around: string;
  readonly #env: Record<string, string>;

  constructor(folder: string, language: Language) {
    this.folder = folder;
    this.#language = language;
    this.#around = mkdtempSync(path.join(os.tmpdir(), 'maturity-generated-'));
    for (const name of ['bin', 'home', 'image']) mkdirSync(this.place(name));
    this.#env = language.prepare({ project: folder, bin: this.place('bin') });
  }

  /** A place outside of the project. */
  place(name: string): string {
    return path.join(this.#around, name);
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** The commands of the README that work on the project, and the last one, which starts it. */
  get readme(): { work: string[]; start: string } {
    const [code] = shellFences(this.read('README.md'));
    const lines = linesOf(code);
    return { work: lines.slice(0, -1), start: lines[lines.length - 1] };
  }

  /** The commands of the pipeline that test the project. */
  get pipeline(): string[] {
    const code =
      this.#language.ci === 'github'
        ? workflowCode(this.read('.github/workflows/ci.yaml'))
        : pipelineCode(this.read('.gitlab-ci.yml')).filter(
            ({ place }) => place === 'test',
          );
    return code.flatMap(each => linesOf(each.code));
  }

  /** Runs the commands of the README and those of the pipeline that it does not have; gives all that they wrote. */
  work(): Promise<string> {
    const { work } = this.readme;
    const known = new Set(work.map(same));
    const more = this.pipeline.filter(line => !known.has(same(line)));
    const { instead, after } = this.#language;
    const script = [...work, ...more].flatMap(line => [
      instead.get(line) ?? line,
      after.get(line) ?? '',
    ]);
    return this.run(script.join('\n'));
  }

  /** Runs lines of shell code in the project. */
  run(script: string): Promise<string> {
    return run(['sh', '-e', '-c', script], {
      cwd: this.folder,
      env: { ...this.#env, IMAGE: this.place('image') },
    });
  }

  /** Starts it as the README says. */
  startAsPrinted(): Promise<RunningService> {
    const { work, start } = this.readme;
    const activate = work.filter(line => line.startsWith('. '));
    return RunningService.start(
      ['sh', '-e', '-c', [...activate, start].join('\n')],
      { cwd: this.folder, env: this.#env },
    );
  }

  /** What the image runs, and where. */
  async image(): Promise<{ command: string[]; cwd: string }> {
    const { image, programs } = this.#language;
    const cwd = image === undefined ? this.folder : this.place('image');
    if (image !== undefined && !existsSync(path.join(cwd, 'package.json'))) {
      await this.run(image);
    }
    const stage = readDockerfile(this.read('Dockerfile')).at(-1);
    const [text] = stage ? instructionsOf(stage, 'CMD') : [];
    const [program, ...args]: string[] = JSON.parse(text);
    const known = programs.get(program);
    const own = known === undefined ? program : path.join(this.folder, known);
    return { command: [own, ...args], cwd };
  }

  /** Starts it as the image does, with nowhere to write but an empty folder. */
  async start(env: Record<string, string> = {}): Promise<RunningService> {
    const { command, cwd } = await this.image();
    const home = this.place('home');
    return RunningService.start(command, {
      cwd,
      env: { ...this.#env, HOME: home, TMPDIR: home, ...env },
    });
  }

  /** Each file with its size and the time of its last change: what a write would change. */
  async fingerprint(): Promise<string[]> {
    const { cwd } = await this.image();
    return [cwd, this.place('home')].flatMap(folder =>
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter(entry => entry.isFile())
        .map(entry => path.join(entry.parentPath, entry.name))
        .map(file => {
          const { mtimeMs, size } = statSync(file);
          return `${file} ${mtimeMs} ${size}`;
        })
        .sort(),
    );
  }

  /** Queries of the SLO file, with a window of a minute. */
  get objectives(): { name: string; errors: string; total: string }[] {
    const { slos } = parse(this.read('slo.yaml'));
    const list: {
      name: string;
      sli: { events: { error_query: string; total_query: string } };
    }[] = slos;
    const minute = (query: string) => query.replaceAll('{{.window}}', '1m');
    return list.map(({ name, sli }) => ({
      name,
      errors: minute(sli.events.error_query),
      total: minute(sli.events.total_query),
    }));
  }

  /** Queries of the dashboard, by the title of their panel. */
  get panels(): { title: string; query: string }[] {
    const { panels } = JSON.parse(
      this.read('deploy/chart/dashboards/service.json'),
    );
    const list: { title: string; targets?: { expr: string }[] }[] = panels;
    return list.flatMap(({ title, targets = [] }) =>
      targets.map(({ expr }) => ({
        title,
        query: expr.replaceAll('$__rate_interval', '1m'),
      })),
    );
  }

  remove(): void {
    rmSync(this.#around, { recursive: true, force: true });
  }
}

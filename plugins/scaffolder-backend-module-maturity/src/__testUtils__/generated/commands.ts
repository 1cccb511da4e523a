import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

const LONGEST_RUN_MS = 240_000;

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The file that a shell runs for a name; undefined when there is none. */
export function programPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, name))
    .find(isProgram);
}

// What test runners and package managers tell their children, and what services read.
const NOT_OF_A_SHELL =
  /^(?:NODE_(?:ENV|OPTIONS|PATH|V8_COVERAGE|TEST_CONTEXT)|JEST_.*|npm_(?:config_(?:local_)?prefix|package|lifecycle|command|execpath|node_execpath).*|INIT_CWD|PROJECT_CWD|BERRY_.*|CI|FORCE_COLOR|PORT|LOG_LEVEL|DRAIN_MS|REQUEST_TIMEOUT_MS|OTEL_.*|VIRTUAL_ENV|PYTHON(?:PATH|HOME)|GO(?:FLAGS|PATH|111MODULE|PROXY))$/i;

/**
 * The environment of somebody who has just opened a shell. Commands of this workspace are not in it, so that a generated
 * project cannot use what it does not install.
 */
export function shellEnvironment(
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [key, value] of Object.entries(process.env)) {
    if (value !== undefined && !NOT_OF_A_SHELL.test(key)) env[key] = value;
  }
  env.PATH = (env.PATH ?? '')
    .split(path.delimiter)
    .filter(folder => !folder.endsWith(path.join('node_modules', '.bin')))
    .join(path.delimiter);
  return { ...env, ...more };
}

/** Where and how a command runs. */
export interface RunOptions {
  cwd: string;
  env?: Readonly<Record<string, string>>;
  input?: string;
}

/** Runs a command to its end; gives all that it wrote. Throws with it when the command fails. */
export function run(
  command: readonly string[],
  { cwd, env = {}, input }: RunOptions,
): Promise<string> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: shellEnvironment(env),
      // A group of its own, so that nothing of it outlives the test.
      detached: true,
    });
    let output = '';
    child.stdout.on('data', data => (output += data));
    child.stderr.on('data', data => (output += data));
    const late = setTimeout(() => {
      output += `\n(ended after ${LONGEST_RUN_MS / 1000} s)`;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, LONGEST_RUN_MS);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(late);
      if (code === 0) resolve(output);
      else {
        const end = signal ?? code;
        reject(new Error(`${command.join(' ')} ended with ${end}:\n${output}`));
      }
    });
    // A command may end without reading; how it ended tells more.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

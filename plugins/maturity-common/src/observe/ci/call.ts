import { containerCommand } from './containerCall';
import { baseOf } from '../paths';

/** A command without its wrappers: the program that really runs and what it is told. */
export interface Call {
  /** Base name without extension of scripts, e.g. `gradlew`. */
  program: string;
  args: readonly string[];
  /** Name of the package script, for `npm run lint`, `yarn test` and their kin. */
  script?: string;
}

const WRAPPERS = new Set([
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  '{',
  'time',
  'exec',
  'sudo',
  'env',
  'command',
  'nohup',
  'nice',
  'xvfb-run',
  'npx',
  'bunx',
  'pnpx',
  'cross-env',
  'dotenv',
]);

/** Programs whose sub-command runs another program. */
const RUNNERS = new Map<string, ReadonlySet<string>>([
  ['pnpm', new Set(['exec', 'dlx'])],
  ['npm', new Set(['exec', 'x'])],
  ['yarn', new Set(['exec', 'dlx'])],
  ['bun', new Set(['x'])],
  ['poetry', new Set(['run'])],
  ['pipenv', new Set(['run'])],
  ['uv', new Set(['run'])],
  ['pdm', new Set(['run'])],
  ['rye', new Set(['run'])],
  ['hatch', new Set(['run'])],
  ['bundle', new Set(['exec'])],
  ['coverage', new Set(['run'])],
  ['uvx', new Set()],
  ['mise', new Set(['exec', 'x'])],
]);

const PACKAGE_PROGRAMS = new Set(['npm', 'yarn', 'pnpm', 'bun']);
const VALUE_FLAGS = new Set([
  '--prefix',
  '-w',
  '--workspace',
  '-C',
  '--dir',
  '--filter',
  '-F',
  '--cwd',
  '--with',
  '--extra',
  '--group',
  '-p',
  '--python',
  '--package',
]);
const INFORMATION = new Set([
  '--help',
  '-h',
  '--version',
  '-V',
  '--collect-only',
  '--list',
  '--listTests',
  'help',
]);

/** Reads what a command runs; undefined when it runs nothing or only asks for help or a version. */
export function readCall(words: readonly string[]): Call | undefined {
  const rest = unwrapped(words);
  if (rest.length === 0) {
    return undefined;
  }
  const program = baseOf(rest[0]).replace(/\.(?:sh|cmd|bat|exe)$/i, '');
  const args = rest.slice(1);
  if (args.slice(0, 2).some(arg => INFORMATION.has(arg))) {
    return undefined;
  }
  if (PACKAGE_PROGRAMS.has(program)) {
    return packageCall(program, args);
  }
  return { program, args };
}

function unwrapped(words: readonly string[]): readonly string[] {
  let rest = [...words];
  for (let changed = true; changed && rest.length > 0; ) {
    const before = rest.length;
    const contained = containerCommand(rest);
    if (contained) {
      rest = [...contained];
    } else if (/^[A-Za-z_]\w*=/.test(rest[0]) || WRAPPERS.has(rest[0])) {
      rest = withoutFlags(rest.slice(1));
    } else if (rest[0] === 'timeout') {
      rest = withoutFlags(rest.slice(1)).slice(1);
    } else if (/^python[\d.]*$|^py$/.test(rest[0]) && rest[1] === '-m') {
      rest = rest.slice(2);
    } else if (runs(rest)) {
      rest = withoutFlags(rest.slice(rest[0] === 'uvx' ? 1 : 2));
    } else if (/^cross-env-shell$/.test(rest[0])) {
      rest = rest.slice(1);
    }
    changed = rest.length < before;
  }
  return rest;
}

function runs(words: readonly string[]): boolean {
  const commands = RUNNERS.get(words[0]);
  return (
    commands !== undefined &&
    (words[0] === 'uvx' || commands.has(words[1] ?? ''))
  );
}

/** Leading flags, with the values of those that take one. */
function withoutFlags(words: readonly string[]): string[] {
  let index = 0;
  while (index < words.length && words[index].startsWith('-')) {
    if (words[index] === '-m') {
      return words.slice(index + 1);
    }
    index += VALUE_FLAGS.has(words[index]) ? 2 : 1;
  }
  return words.slice(index);
}

function packageCall(
  program: string,
  args: readonly string[],
): Call | undefined {
  let rest = positional(args);
  if (program === 'yarn' && rest[0] === 'workspace') {
    rest = rest.slice(2);
  }
  if (program === 'yarn' && rest[0] === 'workspaces') {
    const run = rest.indexOf('run');
    rest = run === -1 ? [] : rest.slice(run);
  }
  if (rest[0] === 'run' || rest[0] === 'run-script') {
    rest = rest.slice(1);
  } else if (program === 'npm') {
    return {
      program,
      args: rest,
      script: /^(?:t|tst|test)$/.test(rest[0] ?? '') ? 'test' : undefined,
    };
  }
  if (rest.length === 0) {
    return undefined;
  }
  const script = rest[0] === 't' ? 'test' : rest[0];
  return { program, args: rest, script };
}

function positional(args: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--') {
      break;
    }
    if (args[index].startsWith('-')) {
      index += VALUE_FLAGS.has(args[index]) ? 1 : 0;
    } else {
      found.push(args[index]);
    }
  }
  return found;
}

import type { Terminal } from './Terminal';

const DEFAULT_COLUMNS = 80;
const UNUSABLE = 2;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  stdout.on('error', error => {
    if (!isClosed(error)) {
      stderr.write(`The result could not be written: ${error.message}\n`);
      process.exit(UNUSABLE);
    }
  });
  stderr.on('error', error => {
    if (!isClosed(error)) {
      process.exit(UNUSABLE);
    }
  });
  const isTty = stdout.isTTY === true;
  return {
    // npm runs scripts in the folder of package.json and says here where the person stands.
    cwd:
      (env.npm_lifecycle_event === 'maturity' && env.INIT_CWD) || process.cwd(),
    colors: isTty && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    unicode: !isTty || showsUnicode(env),
    columns: isTty ? stdout.columns || DEFAULT_COLUMNS : undefined,
    now: () => Date.now(),
    out: text => stdout.write(text),
    message: text => stderr.write(`${text}\n`),
  };
}

/** A reader that stops early, such as `head`, is no error, and what was required is judged all the same. */
function isClosed({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

/** The Linux console has no glyphs for our signs; a locale that is not UTF-8 cannot encode them. */
function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'UTF-8';
  return env.TERM !== 'linux' && env.TERM !== 'dumb' && /utf-?8/i.test(locale);
}

import type { Terminal } from './Terminal';

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // A reader that stops early, such as `head`, is no error.
  stdout.on('error', error => {
    if (error.message.includes('EPIPE')) {
      process.exit(0);
    }
    throw error;
  });
  const isTty = stdout.isTTY === true;
  return {
    // npm runs scripts in the folder of package.json and says here where the person stands.
    cwd:
      (env.npm_lifecycle_event === 'maturity' && env.INIT_CWD) || process.cwd(),
    colors: isTty && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    unicode: !isTty || showsUnicode(env),
    now: () => Date.now(),
    out: text => stdout.write(text),
    message: text => stderr.write(`${text}\n`),
  };
}

/** The Linux console has no glyphs for our signs; a locale that is not UTF-8 cannot encode them. */
function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'UTF-8';
  return env.TERM !== 'linux' && env.TERM !== 'dumb' && /utf-?8/i.test(locale);
}

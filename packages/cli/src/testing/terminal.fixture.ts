import { run } from '../program';
import type { Terminal } from '../terminal/Terminal';

export interface Outcome {
  code: number;
  out: string;
  messages: readonly string[];
}

/** Runs a command line on a screen. */
export async function runOn(
  screen: Partial<Pick<Terminal, 'columns' | 'colors'>>,
  cwd: string,
  ...args: string[]
): Promise<Outcome> {
  let out = '';
  const messages: string[] = [];
  const code = await run(args, {
    cwd,
    colors: false,
    unicode: true,
    columns: undefined,
    now: () => Date.UTC(2026, 10, 23),
    out: text => {
      out += text;
    },
    message: text => {
      messages.push(text);
    },
    ...screen,
  });
  return { code, out, messages };
}

/** Runs a command line in a folder, on 2026-11-23 unless it says another date, with the result going to a file. */
export function runIn(cwd: string, ...args: string[]): Promise<Outcome> {
  return runOn({}, cwd, ...args);
}

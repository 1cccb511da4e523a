import { run } from '../program';

export interface Outcome {
  code: number;
  out: string;
  messages: readonly string[];
}

/** Runs a command line in a folder, on 2026-11-23 unless it says another date. */
export async function runIn(cwd: string, ...args: string[]): Promise<Outcome> {
  let out = '';
  const messages: string[] = [];
  const code = await run(args, {
    cwd,
    colors: false,
    unicode: true,
    now: () => Date.UTC(2026, 10, 23),
    out: text => {
      out += text;
    },
    message: text => {
      messages.push(text);
    },
  });
  return { code, out, messages };
}

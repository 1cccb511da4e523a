import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROMTOOL = process.env.PROMTOOL ?? 'promtool';
const isThere =
  spawnSync(PROMTOOL, ['--version'], { stdio: 'ignore' }).status === 0;

function named(name: string): string {
  return isThere
    ? name
    : `${name} (promtool is missing: install the package "prometheus" or set PROMTOOL to its path)`;
}

/**
 * A test that needs promtool. Without it the test is reported as skipped, with the reason in its name;
 * continuous integration counts that as a failure.
 */
export function itWithPromtool(name: string, test: () => void): void {
  (isThere ? it : it.skip)(named(name), test);
}

itWithPromtool.each =
  <T extends readonly unknown[]>(table: readonly T[]) =>
  (name: string, test: (...row: T) => void): void => {
    (isThere ? it : it.skip).each(table.map(row => [...row] as const))(
      named(name),
      (...row) => test(...row),
    );
  };

/** Runs promtool in a new folder with the given files; gives its exit code and all that it wrote. */
export function promtool(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-rules-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout, stderr } = spawnSync(PROMTOOL, args, {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

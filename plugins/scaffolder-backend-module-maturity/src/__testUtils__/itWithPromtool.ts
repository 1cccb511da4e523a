import { spawnSync } from 'node:child_process';

const isThere =
  spawnSync('promtool', ['--version'], { stdio: 'ignore' }).status === 0;

/** A test that needs promtool. Without it the test is reported as skipped, with the reason in its name. */
export function itWithPromtool(name: string, test: () => Promise<void>): void {
  (isThere ? it : it.skip)(
    isThere ? name : `${name} (promtool is missing)`,
    test,
  );
}

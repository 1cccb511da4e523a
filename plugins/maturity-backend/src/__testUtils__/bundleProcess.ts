import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../..');

/**
 * Bundles a script, one of this folder unless another one is told, with all the code of this repository in it, and gives the path of
 * the bundle: it starts in a third of the time that its many files take. The compiler is the one that
 * `tsx` brings along.
 */
export function bundleProcess(name: string, from = __dirname): string {
  const ofRoot = createRequire(path.join(ROOT, 'package.json'));
  const ofTsx = createRequire(ofRoot.resolve('tsx'));
  // Below the packages that it loads, where nothing looks for sources.
  const folder = path.join(ROOT, 'node_modules/.cache/maturity-tests');
  mkdirSync(folder, { recursive: true });
  const bundle = path.join(folder, `${name}-${process.pid}.cjs`);
  const alias = (pack: string, place: string) =>
    `--alias:@backstage-maturity/${pack}=${path.join(
      ROOT,
      place,
      'src/index.ts',
    )}`;
  const answer = spawnSync(
    ofTsx.resolve('esbuild/bin/esbuild'),
    [
      path.join(from, `${name}.ts`),
      '--bundle',
      '--platform=node',
      '--packages=external',
      '--log-level=warning',
      alias('plugin-maturity-common', 'plugins/maturity-common'),
      alias('plugin-maturity-node', 'plugins/maturity-node'),
      alias('cli', 'packages/cli'),
      `--outfile=${bundle}`,
    ],
    { encoding: 'utf8' },
  );
  if (answer.status !== 0) {
    throw new Error(
      `The process "${name}" could not be bundled: ${
        answer.stderr || answer.error
      }`,
    );
  }
  return bundle;
}

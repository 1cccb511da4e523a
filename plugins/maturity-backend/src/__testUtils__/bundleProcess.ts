import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../..');

/** Found at run time: parts in machine code, and the drivers of engines that knex knows besides. */
const NEVER_BUNDLED = [
  'better-sqlite3',
  'mariadb',
  'mysql',
  'mysql2',
  'oracledb',
  'pg',
  'pg-query-stream',
  'sqlite3',
  'tedious',
];

/**
 * Bundles a script with all the code of this repository in it, and gives the path of the bundle: it starts in a third of
 * the time that its many files take. The compiler is the one that `tsx` brings along.
 *
 * @param name - the script, without its ending
 * @param options - `from`: its folder, this one when left out; `packages`: whether code of others is in the bundle too,
 *   which halves the time again, but not where that code looks for files beside it, as Backstage's backend does
 */
export function bundleProcess(
  name: string,
  options: { from?: string; packages?: 'external' | 'bundled' } = {},
): string {
  const { from = __dirname, packages = 'external' } = options;
  const ofRoot = createRequire(path.join(ROOT, 'package.json'));
  const ofTsx = createRequire(ofRoot.resolve('tsx'));
  // Below the packages that it loads, where nothing looks for sources.
  const folder = path.join(ROOT, 'node_modules/.cache/maturity-tests');
  mkdirSync(folder, { recursive: true });
  const bundle = path.join(folder, `${name}-${process.pid}.cjs`);
  const alias = (pack: string, source: string) =>
    `--alias:@backstage-maturity/${pack}=${path.join(ROOT, source)}`;
  const answer = spawnSync(
    ofTsx.resolve('esbuild/bin/esbuild'),
    [
      path.join(from, `${name}.ts`),
      '--bundle',
      '--platform=node',
      '--log-level=error',
      ...(packages === 'external'
        ? ['--packages=external']
        : NEVER_BUNDLED.map(pack => `--external:${pack}`)),
      alias('plugin-maturity-common', 'plugins/maturity-common/src/index.ts'),
      alias('plugin-maturity-node', 'plugins/maturity-node/src/index.ts'),
      alias('cli/files', 'packages/cli/src/files.ts'),
      alias('cli', 'packages/cli/src/index.ts'),
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

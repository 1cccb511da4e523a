// Builds the frontend where its sources changed, weighs the plugin's part of it, and runs the tests that need a
// whole portal: a real backend and Chromium. Writes `{ passed, failed, skipped }` to the file named by the first
// argument; the others name parts of the files to run.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildApp } from './app-build.mjs';
import { prepareWorkspace, root } from './workspace.mjs';

const [report, ...only] = process.argv.slice(2);
const workspace = prepareWorkspace();

if (!(await buildApp(workspace))) process.exit(1);

const bundle = spawnSync(
  workspace.node,
  [path.join(root, 'scripts', 'bundle.mjs')],
  { cwd: root, stdio: 'inherit', env: workspace.env },
);
if (bundle.status !== 0) process.exit(bundle.status ?? 1);

// Those that take longest begin, so that all end at about the same time.
const LONGEST = ['pages', 'harness', 'fixDialog', 'createService'];
const rank = file => {
  const at = LONGEST.indexOf(path.basename(file, '.test.ts'));
  return at === -1 ? LONGEST.length : at;
};
const files = ['backend', 'app']
  .map(name => path.join(root, 'packages', name, 'e2e-tests'))
  .flatMap(folder => readdirSync(folder).map(name => path.join(folder, name)))
  .filter(file => file.endsWith('.test.ts'))
  .sort((a, b) => rank(a) - rank(b))
  .filter(
    file =>
      !only.length || only.some(part => path.basename(file).includes(part)),
  );

const counts = { passed: 0, failed: 0, skipped: [] };
// A portal waits much of its time, for intervals to pass and for pages to settle: two files share two cores.
const stream = run({
  files,
  concurrency: 2,
  timeout: 900_000,
  execArgv: ['--import', 'tsx'],
});
stream.on('test:pass', event => {
  if (event.skip !== undefined)
    counts.skipped.push(`${event.name}: ${event.skip}`);
  else if (event.details.type !== 'suite') counts.passed += 1;
});
stream.on('test:fail', event => {
  if (event.details.type !== 'suite') counts.failed += 1;
});
stream.compose(spec).pipe(process.stdout);
stream.on('end', () => {
  if (report) writeFileSync(report, JSON.stringify(counts));
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
});

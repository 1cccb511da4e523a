// Runs everything that must hold, and says what was skipped and why. Options: --strict treats a
// skipped part as a failure (CI); names of stages run only these.
//
// A stage that needs one core only belongs to a lane: lanes run side by side, and what a stage of theirs
// prints is shown when it is over. The stages without a lane come after them, one by one.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepareWorkspace, root, say } from './workspace.mjs';

const args = process.argv.slice(2);
const strict = args.includes('--strict');
const only = args.filter(arg => !arg.startsWith('--'));
const workspace = prepareWorkspace();
const results = path.join(root, '.data', 'test');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const bin = name => path.join(root, 'node_modules', '.bin', name);
const node = (...parts) => [workspace.node, parts];

const stages = [
  {
    name: 'generated',
    lane: 'types',
    title: 'generated files are current',
    run: node('scripts/generate.mjs', '--check'),
  },
  {
    name: 'config',
    lane: 'types',
    title: 'configuration matches its schema',
    run: node(
      bin('backstage-cli'),
      'config:check',
      '--strict',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.demo.yaml',
    ),
  },
  {
    name: 'production-config',
    lane: 'types',
    title: 'configuration for production matches its schema',
    // What production takes from its environment is not there.
    run: node(
      bin('backstage-cli'),
      'config:check',
      '--strict',
      '--lax',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.production.yaml',
    ),
  },
  {
    name: 'types',
    lane: 'types',
    title: 'types of the whole workspace',
    // The compiler without an API for programs, beside the one that other tools call: it takes a quarter of the time.
    run: node(
      path.join(root, 'node_modules', 'typescript-native', 'bin', 'tsc'),
      '--pretty',
      'false',
      '--incremental',
      'false',
    ),
  },
  {
    name: 'api-reports',
    lane: 'types',
    title: 'API reports are current',
    run: node('scripts/api-reports.mjs', '--ci'),
  },
  {
    name: 'lint',
    lane: 'rules',
    title: 'lint and format',
    run: node('scripts/lint.mjs'),
  },
  {
    name: 'docs',
    lane: 'rules',
    title: 'pages name only what is there',
    run: node('scripts/docs.mjs'),
  },
  {
    name: 'unit',
    title: 'unit, HTTP, database, frontend and command line tests',
    run: node(
      '--max-old-space-size=4096',
      // Each test file loads its modules anew and lets go of them at its end: much garbage, most of it young.
      '--max-semi-space-size=64',
      bin('backstage-cli'),
      'repo',
      'test',
      `--config=${path.join(root, 'scripts', 'jest', 'config.cjs')}`,
      '--no-watch',
      '--maxWorkers=2',
      // No test measures time by its limit, which has to hold on slow and busy machines.
      '--testTimeout=60000',
      // A worker that starts again has to find and read all modules again.
      '--workerIdleMemoryLimit=2500M',
      '--json',
      `--outputFile=${path.join(results, 'unit.json')}`,
    ),
    counts: () => jestCounts(path.join(results, 'unit.json')),
  },
  {
    name: 'browser',
    title: 'whole portals: browser tests in Chromium, two replicas',
    run: node('scripts/browser-tests.mjs', path.join(results, 'browser.json')),
    counts: () =>
      JSON.parse(readFileSync(path.join(results, 'browser.json'), 'utf8')),
  },
];

function jestCounts(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = report.testResults
    .flatMap(suite => suite.assertionResults)
    .filter(test =>
      ['pending', 'todo', 'skipped', 'disabled'].includes(test.status),
    )
    .map(test => test.fullName);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped,
  };
}

// Resolves with the exit code and, where the stage runs beside others, what it printed.
function run([command, parameters], isBeside) {
  return new Promise((resolve, reject) => {
    const output = [];
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', ...Array(2).fill(isBeside ? 'pipe' : 'inherit')],
      env: { ...workspace.env, CI: 'true', NODE_ENV: 'test' },
    });
    child.stdout?.on('data', chunk => output.push(chunk));
    child.stderr?.on('data', chunk => output.push(chunk));
    child.on('error', reject);
    child.on('close', code =>
      resolve({ code: code ?? 1, output: Buffer.concat(output) }),
    );
  });
}

const unknown = only.filter(name => !stages.some(stage => stage.name === name));
if (unknown.length) {
  say(
    `there is no stage "${unknown.join('", "')}"; stages are ${stages
      .map(stage => stage.name)
      .join(', ')}.`,
  );
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: [] };
const failures = [];
const begun = Date.now();

async function pass(stage) {
  const started = Date.now();
  say(`${stage.name}: ${stage.title} ...`);
  const { code, output } = await run(stage.run, stage.lane !== undefined);
  process.stdout.write(output);
  const took = ((Date.now() - started) / 1000).toFixed(1);
  say(`${stage.name}: ${code === 0 ? 'ok' : 'FAILED'} after ${took} s`);
  if (code !== 0) failures.push(stage.name);
  try {
    const counts = stage.counts?.() ?? {
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      skipped: [],
    };
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped.push(...counts.skipped);
  } catch (error) {
    say(`${stage.name}: its report could not be read: ${error.message}`);
    total.failed += 1;
    if (!failures.includes(stage.name)) failures.push(stage.name);
  }
}

async function passInOrder(list) {
  for (const stage of list) await pass(stage);
}

const wanted = stages.filter(
  stage => !only.length || only.includes(stage.name),
);
const lanes = new Set(wanted.flatMap(stage => stage.lane ?? []));
await Promise.all(
  [...lanes].map(lane =>
    passInOrder(wanted.filter(stage => stage.lane === lane)),
  ),
);
await passInOrder(wanted.filter(stage => stage.lane === undefined));

for (const test of total.skipped) say(`skipped: ${test}`);
if (strict && total.skipped.length) failures.push('skipped tests');
say(`all stages took ${Math.round((Date.now() - begun) / 1000)} s`);
if (failures.length) say(`failed: ${failures.join(', ')}`);
console.log(
  `tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`,
);
process.exitCode = failures.length ? 1 : 0;

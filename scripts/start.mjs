// Starts the demo portal: both halves, on loopback, with the demo organization on embedded SQLite.
import { prepareWorkspace, root, runBin, say } from './workspace.mjs';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const started = Date.now();
const workspace = prepareWorkspace();
mkdirSync(path.join(root, '.data'), { recursive: true });

let child;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child?.kill(signal));
}

say('starting the portal ...');
const exit = runBin(
  workspace,
  'backstage-cli',
  ['repo', 'start', ...process.argv.slice(2)],
  {
    onStart: process_ => {
      child = process_;
    },
  },
);

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}

async function announce() {
  const urls = [
    'http://localhost:7007/.backstage/health/v1/readiness',
    'http://localhost:3000/',
  ];
  for (const url of urls) {
    while (!(await answers(url))) {
      if (child?.exitCode !== null && child?.exitCode !== undefined) return;
      await new Promise(resolve => setTimeout(resolve, 300));
    }
  }
  const took = Math.round((Date.now() - started) / 1000);
  say(`the portal is up after ${took} s: http://localhost:3000/maturity`);
}
announce();

process.exitCode = await exit;

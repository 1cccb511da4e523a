// Prints how fast the engine, sweeps and answers are.
// Options: --components <n>[,<n>...] (default 10000), --parts <engine|sweep|reads>[,...] (default all).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepareWorkspace, root } from './workspace.mjs';

const PARTS = ['engine', 'sweep', 'reads'];

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return (at === -1 ? fallback : process.argv[at + 1] ?? '').split(',');
}

const sizes = option('components', '10000');
const parts = option('parts', PARTS.join(','));
const wrong = parts.find(part => !PARTS.includes(part));
if (wrong !== undefined) {
  console.error(`--parts expects ${PARTS.join(', ')}, not "${wrong}".`);
  process.exit(2);
}

const workspace = prepareWorkspace();
for (const size of sizes) {
  for (const part of parts) {
    const { status } = spawnSync(
      workspace.node,
      [
        '--expose-gc',
        '--import',
        'tsx',
        path.join(root, 'scripts', 'bench', `${part}.ts`),
        '--components',
        size,
      ],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...workspace.env, NODE_ENV: 'production' },
      },
    );
    if (status !== 0) process.exit(status ?? 1);
  }
}

// Prints how fast the engine and the first sweep are. Options: --components <n> (default 10000).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepareWorkspace, root } from './workspace.mjs';

const workspace = prepareWorkspace();
const parts = ['engine.ts', 'sweep.ts'];
for (const part of parts) {
  const { status } = spawnSync(
    workspace.node,
    [
      '--expose-gc',
      '--import',
      'tsx',
      path.join(root, 'scripts', 'bench', part),
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...workspace.env, NODE_ENV: 'production' },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

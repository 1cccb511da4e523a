import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { requestedComponents } from './catalog';

// Each engine runs in a process of its own, so that its peak memory is its own.
const components = requestedComponents();
for (const engine of ['SQLite', 'PostgreSQL']) {
  const { status } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      'tsx',
      path.join(__dirname, 'sweepOnce.ts'),
      engine,
      '--components',
      String(components),
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}

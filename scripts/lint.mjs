// Lint and format of the whole workspace.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './workspace.mjs';

const bin = name => path.join(root, 'node_modules', '.bin', name);
const steps = [
  [bin('backstage-cli'), 'repo', 'lint', '--max-warnings', '0'],
  [bin('prettier'), '--check', '--loglevel', 'warn', '.'],
];
let failed = false;
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, {
    cwd: root,
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

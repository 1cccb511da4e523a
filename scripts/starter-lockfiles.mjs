// Writes the lockfile of the Node.js starter: versions and hashes, no address of a registry.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './workspace.mjs';

const layer = path.join(root, 'templates', 'skeletons', 'node');
const NAME = 'name-of-the-service';

const template = readFileSync(path.join(layer, 'package.json.njk'), 'utf8');
const rendered = template
  .replaceAll('${{ values.name }}', NAME)
  .replaceAll('${{ values.description | dump }}', '""');
const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-lockfile-'));
try {
  writeFileSync(path.join(folder, 'package.json'), rendered);
  const { status } = spawnSync(
    'npm',
    [
      'install',
      '--package-lock-only',
      '--omit-lockfile-registry-resolved',
      '--no-audit',
      '--no-fund',
    ],
    { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0) process.exit(status ?? 1);
  const lock = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  writeFileSync(
    path.join(layer, 'package-lock.json.njk'),
    lock.replaceAll(NAME, '${{ values.name }}'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

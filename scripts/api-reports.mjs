// Writes report.api.md of every published package, or with --ci says which are stale. The type
// declarations that it reads are written by `tsc`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './workspace.mjs';

const result = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules', '.bin', 'backstage-repo-tools'),
    'api-reports',
    'plugins/*',
    '--allow-warnings',
    'plugins/*',
    // The first names a path of the machine: packages of the workspace are read from their sources. The
    // second asks for a comment on each field of each type.
    '--omit-messages',
    'ae-wrong-input-file-type,ae-undocumented',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = result.status ?? 1;

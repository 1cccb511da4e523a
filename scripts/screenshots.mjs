// Takes the pictures of the documentation from the demo portal, and builds its pages first where they changed.
// Options: --all takes every page in both themes and both widths.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildApp } from './app-build.mjs';
import { prepareWorkspace, root } from './workspace.mjs';

const workspace = prepareWorkspace();
if (!(await buildApp(workspace))) process.exit(1);
const { status } = spawnSync(
  workspace.node,
  [
    '--import',
    'tsx',
    path.join(root, 'packages', 'app', 'e2e-tests', 'screenshots.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: workspace.env },
);
process.exitCode = status ?? 1;

// Lint and format of the whole workspace, and a proof that the domain's purity rule still bites.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ESLint } from 'eslint';
import { root } from './workspace.mjs';

const bin = name => path.join(root, 'node_modules', '.bin', name);
let failed = false;
const fault = sentence => {
  console.error(sentence);
  failed = true;
};

const steps = [
  [bin('backstage-cli'), 'repo', 'lint', '--max-warnings', '0'],
  [bin('prettier'), '--check', '--loglevel', 'warn', '.'],
  [path.join(root, 'scripts', 'action-pins.mjs')],
];
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed = true;
}

// A rule that nothing breaks looks the same as a rule that is gone.
const domain = path.join(root, 'plugins', 'maturity-common');
const eslint = new ESLint({ cwd: domain });
const impurities = [
  "import fs from 'fs';\nexport const a = fs;\n",
  "import { useApi } from '@backstage/core-plugin-api';\nexport const a = useApi;\n",
  "import { evaluate } from '../checks';\nexport const a = evaluate;\n",
  "export * from '../score';\n",
  'export const a = Date.now();\n',
  'export const a = new Date();\n',
  'export const a = Math.random();\n',
  'export const a = process.env;\n',
];
for (const text of impurities) {
  const [result] = await eslint.lintText(text, {
    filePath: path.join(domain, 'src', 'entity', 'probe.ts'),
  });
  const seen = result.messages.some(
    ({ ruleId }) => ruleId === 'no-restricted-syntax',
  );
  if (!seen) fault(`The purity rule of the domain lets this pass:\n${text}`);
}

process.exitCode = failed ? 1 : 0;

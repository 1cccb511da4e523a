// Lists the commits that the workflows of this repository and of the starters are pinned to, each with its version and
// the files that use it. Fails where an action has no commit, no exact version, or two of either.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const skeletons = path.join(root, 'templates', 'skeletons');
const folders = [
  root,
  ...readdirSync(skeletons).map(layer => path.join(skeletons, layer)),
];

function workflowsOf(folder) {
  const place = path.join(folder, '.github', 'workflows');
  try {
    return readdirSync(place).map(file => path.join(place, file));
  } catch {
    return [];
  }
}

const pins = new Map();
const faults = [];
for (const file of folders.flatMap(workflowsOf)) {
  const shown = path.relative(root, file);
  for (const [, use] of readFileSync(file, 'utf8').matchAll(/uses: (.+)/g)) {
    const pin = /^([\w./-]+)@([\da-f]{40}) # (v\d+\.\d+\.\d+)$/.exec(use);
    if (!pin) {
      faults.push(
        `${shown}: "${use}" is not pinned; expected owner/name@commit # vX.Y.Z.`,
      );
      continue;
    }
    const [, action, commit, version] = pin;
    const known = pins.get(action) ?? { commit, version, files: new Set() };
    if (known.commit !== commit || known.version !== version) {
      faults.push(
        `${shown}: ${action} is ${version} ${commit}; elsewhere it is ${known.version} ${known.commit}.`,
      );
    }
    known.files.add(shown);
    pins.set(action, known);
  }
}
for (const [action, { commit, version, files }] of [...pins].sort()) {
  console.log(`${action} ${version} ${commit}`);
  for (const file of files) console.log(`  ${file}`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;

// Ruff's command line, as far as the starter for Python uses it, on Ruff's WebAssembly build: `ruff check .` and
// `ruff format --check .`, with the settings of pyproject.toml.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';

const READ_SETTINGS = `
import json, tomllib
print(json.dumps(tomllib.load(open("pyproject.toml", "rb"))["tool"]["ruff"]))
`;
const settings = JSON.parse(
  execFileSync('python3', ['-c', READ_SETTINGS], { encoding: 'utf8' }),
);
const { 'per-file-ignores': ignores = {}, ...lint } = settings.lint;

const files = readdirSync('.', { recursive: true })
  .filter(file => file.endsWith('.py'))
  .filter(file => !/(?:^|\/)(?:\.venv|build|dist)\//.test(file));
const own = [...new Set(files.map(file => file.split('/')[0]))];

const matches = (file, pattern) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(
    file,
  );

// The library sees no files: it is told which modules are the project's own, and which rules a file is free of.
function workspaceOf(file) {
  const free = Object.entries(ignores)
    .filter(([pattern]) => matches(file, pattern))
    .flatMap(([, rules]) => rules);
  return new Workspace(
    {
      ...settings,
      lint: {
        ...lint,
        ignore: [...(lint.ignore ?? []), ...free],
        isort: { 'known-first-party': own, ...lint.isort },
      },
    },
    PositionEncoding.UTF16,
  );
}

const [command, ...options] = process.argv.slice(2);
const asked = [command, ...options].join(' ');
if (!['check .', 'format --check .'].includes(asked)) {
  console.error(`"ruff ${asked}" is unknown here.`);
  process.exit(2);
}
if (!files.length) {
  console.error('There is no Python here.');
  process.exit(2);
}
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const workspace = workspaceOf(file);
  if (command === 'format') {
    if (workspace.format(text) === text) continue;
    console.error(`Would reformat: ${file}`);
    process.exitCode = 1;
  } else {
    for (const { code, message, start_location: at } of workspace.check(text)) {
      console.error(`${file}:${at?.row}:${at?.column}: ${code} ${message}`);
      process.exitCode = 1;
    }
  }
}
console.error(`ruff ${command}: ${files.length} files`);

// Makes the workspace ready on a machine that has only Node >= 20 and npm: fetches the Node and Yarn
// that Backstage wants into .tools/, and installs the dependencies from the lockfile when they are
// not there or older than it.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);
const tools = path.join(root, '.tools');
const pins = JSON.parse(
  readFileSync(path.join(root, 'scripts', 'toolchain.json'), 'utf8'),
);
const isWindows = process.platform === 'win32';

export function say(sentence) {
  console.error(`maturity: ${sentence}`);
}

// The first release of each line of Node that runs Backstage and all that tests it: jsdom wants the latest.
const FIRST_OF_LINE = { 22: [22, 2], 24: [15, 0] };

function suits(version) {
  const [line, minor, patch] = version.split('.').map(Number);
  const first = FIRST_OF_LINE[line];
  if (!first) return false;
  return minor > first[0] || (minor === first[0] && patch >= first[1]);
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}

// npm may be a script, a shim or npm's own command line file; the last is the surest.
function npm(args) {
  const cli = process.env.npm_execpath;
  const viaNode = cli && /npm-cli\.js$/.test(cli);
  const [command, first] = viaNode ? [process.execPath, [cli]] : ['npm', []];
  return spawnSync(command, [...first, ...args], {
    cwd: tools,
    encoding: 'utf8',
    shell: !viaNode && isWindows,
    // Settings of an outer npm or Yarn run would redirect the install.
    env: Object.fromEntries(
      Object.entries(process.env).filter(
        ([key]) =>
          !/^npm_(config_(local_)?prefix|package|lifecycle)/i.test(key),
      ),
    ),
  });
}

// `pin` is name@version; gives the path of a file of the package, fetching it when needed.
function fetchTool(pin, ...parts) {
  const [, name, version] = /^(.+)@([^@]+)$/.exec(pin);
  const folder = path.join(tools, 'node_modules', name);
  const file = path.join(folder, ...parts);
  if (existsSync(file)) {
    const installed = readFileSync(path.join(folder, 'package.json'), 'utf8');
    if (JSON.parse(installed).version === version) return file;
  }
  mkdirSync(tools, { recursive: true });
  const manifest = path.join(tools, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const started = Date.now();
  say(`fetching ${name} ${version} from the npm registry ...`);
  const result = npm([
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
    pin,
  ]);
  if (result.status !== 0 || !existsSync(file)) {
    fail(
      `npm could not fetch "${pin}":\n${
        result.stderr || result.stdout || result.error
      }`,
    );
  }
  say(`fetched ${name} in ${seconds(started)}.`);
  return file;
}

function nodeBinary() {
  if (suits(process.versions.node)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const pin = pins.node[platform];
  if (!pin) {
    fail(
      `Node ${process.versions.node} runs here, the workspace wants 22 from 22.22.2 or 24 from 24.15, and the npm registry has no Node for "${platform}"; please install Node 24.`,
    );
  }
  return fetchTool(pin, 'bin', isWindows ? 'node.exe' : 'node');
}

function yarnFile() {
  return fetchTool(pins.yarn, 'bin', 'yarn.js');
}

// Some Backstage tools call `yarn` by name.
function writeYarnShim(node, yarn) {
  const bin = path.join(tools, 'bin');
  mkdirSync(bin, { recursive: true });
  const shim = path.join(bin, 'yarn');
  writeFileSync(shim, `#!/bin/sh\nexec "${node}" "${yarn}" "$@"\n`);
  chmodSync(shim, 0o755);
  writeFileSync(`${shim}.cmd`, `@"${node}" "${yarn}" %*\r\n`);
  return bin;
}

function manifests() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(path.join(root, folder))) {
      const file = path.join(folder, name, 'package.json');
      if (existsSync(path.join(root, file))) files.push(file);
    }
  }
  return files;
}

const stateFile = path.join(root, 'node_modules', '.yarn-state.yml');

function installed() {
  if (!existsSync(stateFile)) return false;
  const at = statSync(stateFile).mtimeMs;
  return manifests().every(
    file => statSync(path.join(root, file)).mtimeMs <= at,
  );
}

function registryOfNpm() {
  const result = npm(['config', 'get', 'registry']);
  const value = result.stdout?.trim();
  return result.status === 0 && /^https?:/.test(value) ? value : undefined;
}

function install(node, yarn) {
  const started = Date.now();
  say(
    'installing the workspace from the lockfile; the first time takes a few minutes ...',
  );
  // Yarn does not read npm's settings: where npm goes to a mirror, Yarn must go there too.
  const registry = process.env.YARN_NPM_REGISTRY_SERVER ?? registryOfNpm();
  const attempt = () =>
    spawnSync(node, [yarn, 'install', '--immutable'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        ...(registry ? { YARN_NPM_REGISTRY_SERVER: registry } : {}),
      },
    });
  let result = attempt();
  if (result.status !== 0) {
    say('the installation failed, trying once more ...');
    result = attempt();
  }
  if (result.status !== 0)
    fail('Yarn could not install the workspace; its messages are above.');
  const now = new Date();
  utimesSync(stateFile, now, now);
  say(`installed in ${seconds(started)}.`);
}

/**
 * Prepares the workspace and gives what is needed to run its tools.
 *
 * @returns `{ node, env }`: the Node binary that suits Backstage, and an environment whose PATH finds it, Yarn and the workspace's commands first
 */
export function prepareWorkspace() {
  const node = nodeBinary();
  const ready = installed();
  const paths = [path.dirname(node)];
  if (!ready || !suits(process.versions.node)) {
    const yarn = yarnFile();
    paths.unshift(writeYarnShim(node, yarn));
    if (!ready) install(node, yarn);
  }
  paths.unshift(path.join(root, 'node_modules', '.bin'));
  const pathKey =
    Object.keys(process.env).find(key => key.toUpperCase() === 'PATH') ??
    'PATH';
  const env = {
    ...process.env,
    [pathKey]: [...paths, process.env[pathKey]].join(path.delimiter),
    NODE: node,
  };
  // Yarn exports its own Node here; children would fall back to it.
  delete env.npm_node_execpath;
  return { node, env };
}

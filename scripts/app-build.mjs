// Builds the pages of the demo portal, unless they are built from what is here now.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './workspace.mjs';

const app = path.join(root, 'packages', 'app');
const mark = path.join(app, 'dist', 'built-from.txt');

const END = ['SIGINT', 'SIGTERM'];
const NO_SOURCES =
  /^(node_modules|dist|dist-types|e2e-tests|dev|__testUtils__)$/;
const TEST = /\.test\.tsx?$/;

/** The workspace's packages by name: `{ folder, dependencies }`. */
function workspacePackages() {
  const packages = new Map();
  for (const parent of ['packages', 'plugins']) {
    for (const entry of readdirSync(path.join(root, parent))) {
      const folder = path.join(root, parent, entry);
      const manifest = path.join(folder, 'package.json');
      if (!existsSync(manifest)) continue;
      const { name, dependencies = {} } = JSON.parse(
        readFileSync(manifest, 'utf8'),
      );
      packages.set(name, { folder, dependencies: Object.keys(dependencies) });
    }
  }
  return packages;
}

/** Folders of the app and of all packages of the workspace that it is made of. */
function foldersOfApp() {
  const packages = workspacePackages();
  const wanted = new Set(['app']);
  for (const name of wanted) {
    for (const other of packages.get(name).dependencies) {
      if (packages.has(other)) wanted.add(other);
    }
  }
  return [...wanted].map(name => packages.get(name).folder);
}

function* sourcesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NO_SOURCES.test(entry.name)) yield* sourcesBelow(file);
    } else if (!TEST.test(entry.name)) {
      yield file;
    }
  }
}

/** Digest of all that the pages are built from: sources, the lockfile and the configuration. */
function digestOfSources() {
  const hash = createHash('sha256');
  const files = [
    path.join(root, 'yarn.lock'),
    path.join(root, 'app-config.yaml'),
    ...foldersOfApp().flatMap(folder => [...sourcesBelow(folder)]),
  ];
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}

function runBuild(workspace) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      workspace.node,
      [
        path.join(root, 'node_modules', '.bin', 'backstage-cli'),
        'package',
        'build',
      ],
      {
        cwd: app,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...workspace.env, NODE_ENV: 'production' },
      },
    );
    // Hundreds of lines about chunks, which matter when the build fails.
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        log += chunk;
      });
    }
    // Whoever ends the start while it builds ends the build as well.
    const end = signal => {
      child.kill(signal);
      process.exit(1);
    };
    for (const signal of END) process.on(signal, end);
    child.on('error', reject);
    child.on('exit', code => {
      for (const signal of END) process.off(signal, end);
      resolve({ code: code ?? 1, log });
    });
  });
}

/**
 * Builds the production version of the pages into `packages/app/dist` when their sources are not those of the last build.
 *
 * @param workspace - what `prepareWorkspace` gave
 * @returns whether the build is there
 */
export async function buildApp(workspace) {
  const digest = digestOfSources();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return true;
  const started = Date.now();
  say('building the pages, which takes about half a minute ...');
  const { code, log } = await runBuild(workspace);
  if (code !== 0) {
    process.stderr.write(log);
    say('the pages could not be built; the messages are above.');
    return false;
  }
  writeFileSync(mark, digest);
  const took = Math.round((Date.now() - started) / 1000);
  say(`built the pages in ${took} s; they are kept until a source changes.`);
  return true;
}

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Where Debian and its relatives put the sources of Go packages. */
export const GO_SOURCES = '/usr/share/gocode';

const client = path.join(
  GO_SOURCES,
  'src/github.com/prometheus/client_golang/prometheus',
);

/** The one library of the starter for Go; undefined where the distribution has not installed it. */
export const prometheusClient = existsSync(client) ? client : undefined;

interface Module {
  path: string;
  version: string;
}

function modulesOf(goMod: string): Module[] {
  return [...goMod.matchAll(/^(?:require )?\s*(\S+\.\S+) (v\S+)/gm)].map(
    ([, name, version]) => ({ path: name, version }),
  );
}

function packagesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const own = entries.some(({ name }) => /(?<!_test)\.go$/.test(name));
  return [
    ...(own ? [folder] : []),
    ...entries
      .filter(
        entry => entry.isDirectory() && !/^[._]|testdata/.test(entry.name),
      )
      .flatMap(({ name }) => packagesBelow(path.join(folder, name))),
  ];
}

/**
 * Puts the sources of the distribution where `go mod vendor` would put those of the module proxy, for exactly the modules
 * of `go.mod`: a package of any other module is not found. The versions are those of the distribution.
 */
export function vendor(project: string): void {
  const goMod = readFileSync(path.join(project, 'go.mod'), 'utf8');
  const lines: string[] = [];
  for (const { path: name, version } of modulesOf(goMod)) {
    // The distribution has no folder for a major version.
    const folder = path.join(GO_SOURCES, 'src', name.replace(/\/v\d+$/, ''));
    const real = realpathSync(folder);
    const link = path.join(project, 'vendor', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(real, link);
    lines.push(`# ${name} ${version}`, '## explicit; go 1.17');
    lines.push(
      ...packagesBelow(real).map(each =>
        path.join(name, path.relative(real, each)),
      ),
    );
  }
  writeFileSync(
    path.join(project, 'vendor/modules.txt'),
    `${lines.join('\n')}\n`,
  );
}

const HASH = /^h1:[A-Za-z\d+/]{43}=$/;

/** What `go.sum` lacks for the modules of `go.mod`, or has that is no hash. The hashes themselves are not looked up. */
export function sumProblems(goMod: string, goSum: string): string[] {
  const sums = new Map<string, string>();
  const problems: string[] = [];
  for (const line of goSum.trimEnd().split('\n')) {
    const [name, version, hash, ...rest] = line.split(' ');
    if (rest.length || !HASH.test(hash)) problems.push(`"${line}" is no hash.`);
    const key = `${name} ${version}`;
    if (sums.has(key)) problems.push(`"${key}" is there twice.`);
    sums.set(key, hash);
  }
  if (!modulesOf(goMod).length) problems.push('go.mod requires nothing.');
  for (const { path: name, version } of modulesOf(goMod)) {
    for (const key of [`${name} ${version}`, `${name} ${version}/go.mod`]) {
      if (!sums.has(key)) problems.push(`There is no hash of "${key}".`);
    }
  }
  return problems;
}

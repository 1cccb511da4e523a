import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { parseSemver } from '@backstage-maturity/plugin-maturity-common';
import { answersFor } from './answersFor';
import { Bases } from './Bases';
import { type Change, decide } from './decide';
import { blobId, textOf, withUnixLines } from './files';
import { objectsOf } from './git';
import { ORIGIN_FILE, type Origin, readOrigin } from './origin';
import { findTemplate } from './readTemplate';
import { renderService } from './renderService';
import {
  requireServiceFolder,
  type Standing,
  standingAt,
} from './serviceFolder';
import { templatesOnDisk } from './templateFolder';

/**
 * What an upgrade needs to know.
 *
 * @public
 */
export interface UpgradeOptions {
  /** Folder of the service. */
  service: string;
  /** Folder of the templates as they are now. */
  templates: string;
  /** The templates as they were: a folder, or a branch, a tag or a commit of the repository that `templates` lies in. */
  from?: string;
  /** A folder of the templates in whose git history older versions are looked for; by default `templates`. */
  archive?: string;
  /** Folder that `from` is seen from; by default that of the process. */
  cwd?: string;
  /** A folder whose git repository has held the files as the golden path made them; by default that of the service. */
  history?: string;
  /** Address of the portal for links in new files; by default the one before. */
  portal?: string;
  /** Answers that differ from those before. */
  answers?: JsonObject;
  signal?: AbortSignal;
}

/**
 * What an upgrade would do; nothing is written yet.
 *
 * @public
 */
export interface UpgradePlan {
  /** Absolute path of the service. */
  service: string;
  /** Name of the template. */
  template: string;
  /** Version before. */
  from: string;
  /** Version that the service has afterwards. */
  to: string;
  /** In order of path; empty when the service is up to date. */
  changes: readonly Change[];
  /** What stood at the paths of the changes, to tell whether somebody changed them since. */
  before: ReadonlyMap<string, Standing>;
}

/** Negative when the first version is the older one. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [parseSemver(one), parseSemver(other)];
  return a && b
    ? a.major - b.major || a.minor - b.minor || a.patch - b.patch
    : 0;
}

function readOwnOrigin(service: string, shown: string): Origin {
  const file = standingAt(service, ORIGIN_FILE);
  if (file === 'absent' || file === 'blocked') {
    throw new InputError(
      `There is no file "${ORIGIN_FILE}" in "${shown}"; expected a service that a golden path made.`,
    );
  }
  const text = textOf(file.bytes);
  if (text === undefined) {
    throw new InputError(`${ORIGIN_FILE}: text in UTF-8 was expected.`);
  }
  return readOrigin(text);
}

const MARKS = /^<<<<<<< .*\n(?:.*\n)*?=======\n(?:.*\n)*?>>>>>>> /m;

function refuseOpenConflict(path: string, mine: Standing): void {
  const text =
    mine === 'absent' || mine === 'blocked'
      ? undefined
      : textOf(withUnixLines(mine.bytes));
  if (text !== undefined && MARKS.test(text)) {
    throw new ConflictError(
      `"${path}" still holds a conflict that nobody has decided; expected none of the marks "<<<<<<<" and ">>>>>>>" in it.`,
    );
  }
}

/**
 * Computes what brings a service from the version of its golden path to the one of the templates: a
 * three-way merge between what the golden path made before, what the service made of it, and what the golden
 * path makes now.
 *
 * @throws InputError when the service or the templates cannot be used
 * @throws ConflictError when a file still holds the marks of a conflict before
 *
 * @public
 */
export async function planUpgrade(
  options: UpgradeOptions,
): Promise<UpgradePlan> {
  const { signal } = options;
  const service = requireServiceFolder(options.service);
  const origin = readOwnOrigin(service, options.service);
  const folder = templatesOnDisk(options.templates);
  const template = await findTemplate(folder, origin.template);
  const to = template.version;
  if (to === undefined) {
    throw new InputError(
      `The template "${template.name}" of "${options.templates}" declares no version; expected the annotation "maturity/template-version".`,
    );
  }
  if (compareVersions(to, origin.version) < 0) {
    throw new InputError(
      `The service was made by version ${origin.version} of "${template.name}", and "${options.templates}" holds version ${to}; expected the same or a newer one.`,
    );
  }
  const made = await renderService({
    folder,
    template,
    answers: answersFor(template, {
      before: origin.answers,
      anew: options.answers ?? {},
    }),
    portal: options.portal ?? origin.portal,
    signal,
  });
  const bases = new Bases({
    origin,
    template,
    archive: options.archive ?? options.templates,
    from: options.from,
    cwd: options.cwd ?? process.cwd(),
    object: objectsOf(options.history ?? service),
    signal,
  });
  const recorded = await bases.recorded();
  const before = new Map<string, Standing>();
  const changes: Change[] = [];
  const paths = new Set([...recorded.keys(), ...made.keys()]);
  for (const path of [...paths].sort()) {
    signal?.throwIfAborted();
    const mine = standingAt(service, path);
    const theirs = made.get(path);
    before.set(path, mine);
    if (path === ORIGIN_FILE) {
      if (theirs && mine !== 'absent' && mine !== 'blocked') {
        const isSame =
          blobId(withUnixLines(mine.bytes)) === blobId(theirs.bytes);
        if (!isSame) changes.push({ kind: 'updated', path, content: theirs });
      }
      continue;
    }
    const change = await decide({
      path,
      base: recorded.get(path),
      mine,
      theirs,
      labels: { mine: 'this service', theirs: `${template.name} ${to}` },
      findBase: () => bases.content(path),
    });
    if (!change) continue;
    if (change.kind === 'conflict' || change.kind === 'merged') {
      refuseOpenConflict(path, mine);
    }
    if (change.kind === 'beside') {
      const standing = standingAt(service, change.place);
      if (standing !== 'absent') {
        throw new ConflictError(
          `The new version of "${path}" would stand in "${change.place}", which is there already; expected that name to be free.`,
        );
      }
      before.set(change.place, standing);
    }
    changes.push(change);
  }
  return {
    service,
    template: template.name,
    from: origin.version,
    to,
    changes,
    before,
  };
}

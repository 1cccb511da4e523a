import { unifiedDiff } from '@backstage-maturity/plugin-maturity-common';
import type { Change } from './decide';
import { textOf } from './files';
import type { UpgradePlan } from './planUpgrade';
import { writtenBy } from './writeUpgrade';

/** A sentence for one change, with paths between the given marks. */
export function describeChange(change: Change, mark: string = '"'): string {
  const path = `${mark}${change.path}${mark}`;
  switch (change.kind) {
    case 'added':
      return `${path} is new.`;
    case 'updated':
      return `${path} is updated.`;
    case 'merged':
      return `${path} is merged with what this service changed in it.`;
    case 'conflict': {
      const places =
        change.places === 1 ? 'one place' : `${change.places} places`;
      return change.based
        ? `${path} has a conflict in ${places}: both versions stand there, between marks.`
        : `${path} has a conflict: both versions stand there, between marks, because the version that both began with was not found.`;
    }
    case 'beside':
      return `${path} has a conflict: the new version stands beside it, in ${mark}${change.place}${mark}.`;
    case 'removed':
      return `${path} is removed.`;
    case 'kept':
      return `${path} stays, because this service changed it; the golden path has it no more.`;
    case 'left-out':
      return `${path} stays away, because this service removed it; the golden path has changed it.`;
    default: {
      const never: never = change;
      return never;
    }
  }
}

/**
 * The changes of a plan that a person has to decide.
 *
 * @public
 */
export function conflictsOf({ changes }: UpgradePlan): readonly string[] {
  return changes
    .filter(({ kind }) => kind === 'conflict' || kind === 'beside')
    .map(({ path }) => path);
}

/**
 * A plan as Markdown, a line for each file.
 *
 * @public
 */
export function describeUpgrade(plan: UpgradePlan): string {
  const { template, from, to, changes } = plan;
  if (changes.length === 0) {
    return `The service is up to date with version ${to} of \`${template}\`.`;
  }
  const head =
    from === to
      ? `The service follows version ${to} of \`${template}\` again:`
      : `The service goes from version ${from} of \`${template}\` to ${to}:`;
  return [
    head,
    '',
    ...changes.map(change => `- ${describeChange(change, '`')}`),
  ].join('\n');
}

/** The unified diff of all files of a plan; files without text are named only. */
export function diffOf({ changes, before }: UpgradePlan): string {
  return changes
    .map(change => {
      const written = writtenBy(change);
      const place = written?.place ?? change.path;
      const standing = before.get(place);
      const old =
        standing === undefined || typeof standing === 'string'
          ? ''
          : textOf(standing.bytes);
      const text = written ? textOf(written.content.bytes) : '';
      if (!written && change.kind !== 'removed') {
        return '';
      }
      return old === undefined || text === undefined
        ? `Binary file ${place} differs\n`
        : unifiedDiff(old, text, place);
    })
    .join('');
}

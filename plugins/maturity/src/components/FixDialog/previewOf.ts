import {
  type AppliedChange,
  type Change,
  describeRefusal,
  editEntity,
} from '@backstage-maturity/plugin-maturity-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { yamlParts } from './yamlParts';

/** What changes of one entity come to, before anything happens. */
export type Preview =
  | {
      ok: true;
      ref: string;
      /** Whether the values that the entity has now are known. */
      known: boolean;
      changes: readonly AppliedChange[];
      /** Unified, of the parts that change; its file header is left out. */
      diff: string;
      /** What to merge into the catalog file by hand. */
      lines: string;
    }
  | { ok: false; ref: string; problems: readonly string[] };

function isRemoval(change: Change): boolean {
  return change.do.startsWith('remove');
}

/** The new values alone, with what is to be removed as comments. */
function linesOf(
  ref: string,
  changes: readonly Change[],
  removed: readonly string[],
): string {
  const bare = yamlParts({ ref, changes: [] });
  const result = editEntity(bare, {
    entity: ref,
    changes: changes.filter(change => !isRemoval(change)),
  });
  const comments = removed.map(path => `# Remove ${path}\n`).join('');
  return comments + (result.ok ? result.edit.text : bare);
}

function withoutHeader(diff: string): string {
  const start = diff.indexOf('@@');
  return start < 0 ? '' : diff.slice(diff.indexOf('\n', start) + 1);
}

/** Makes changes on what the portal knows of an entity, and says what they do. */
export function previewOf(options: {
  ref: string;
  changes: readonly Change[];
  /** The entity that the dialog is about. */
  about: Entity;
}): Preview {
  const { ref, changes, about } = options;
  const known = stringifyEntityRef(about) === ref;
  const text = yamlParts({ ref, changes, ...(known && { entity: about }) });
  const result = editEntity(text, { entity: ref, changes });
  if (!result.ok) {
    return {
      ok: false,
      ref,
      problems: result.refusals.map(refusal => describeRefusal(refusal)),
    };
  }
  const { edit } = result;
  const removed = edit.changes
    .filter(({ after }) => after === undefined)
    .map(({ path }) => path);
  return {
    ok: true,
    ref,
    known,
    changes: edit.changes,
    diff: withoutHeader(edit.diff),
    lines: linesOf(ref, changes, removed),
  };
}

import {
  describeRefusal,
  editEntity,
} from '@backstage-maturity/plugin-maturity-common';
import { readCatalogFile, writeCatalogFile } from '../annotate/catalogFile';
import { readChanges } from '../annotate/readChanges';
import { diffText } from '../terminal/controlCharacters';
import type { Terminal } from '../terminal/Terminal';
import { EXIT } from './exitCodes';

export interface AnnotateOptions {
  entity: string;
  set: readonly string[];
  remove: readonly string[];
  addTag: readonly string[];
  removeTag: readonly string[];
  setLink: readonly string[];
  removeLink: readonly string[];
  dryRun: boolean;
}

/**
 * `maturity annotate`: edits one entity of a catalog file and shows the diff. Nothing is written when
 * anything is refused.
 *
 * @throws InputError when the file or an option cannot be used
 */
export function annotate(
  named: string,
  options: AnnotateOptions,
  terminal: Terminal,
): number {
  const changes = readChanges(options);
  const file = readCatalogFile(named, terminal.cwd);
  const result = editEntity(file.text, {
    entity: options.entity,
    changes,
    file: file.diffName,
  });
  if (!result.ok) {
    result.refusals.forEach(refusal =>
      terminal.message(describeRefusal(refusal, file.file)),
    );
    return EXIT.unusable;
  }
  const { diff, text, changes: done } = result.edit;
  if (done.length === 0) {
    terminal.message(`${file.file}: it is so already, nothing to change.`);
    return EXIT.fine;
  }
  if (!options.dryRun) {
    writeCatalogFile(file, text);
  }
  terminal.out(diffText(diff, terminal));
  const count = done.length === 1 ? '1 change' : `${done.length} changes`;
  terminal.message(
    options.dryRun
      ? `${file.file}: ${count} to make; nothing was written.`
      : `${file.file}: ${count} made.`,
  );
  return EXIT.fine;
}

import { visit } from 'yaml';
import type { Document } from 'yaml';

/**
 * Where the first alias without an anchor before it stands, as an offset in the text that was parsed; undefined
 * when there is none. The parser finds such an alias only when the document becomes data, and then does not say
 * where it is.
 *
 * @public
 */
export function lostAlias(document: Document.Parsed): number | undefined {
  let start: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) || !alias.range) {
        return undefined;
      }
      start = alias.range[0];
      return visit.BREAK;
    },
  });
  return start;
}

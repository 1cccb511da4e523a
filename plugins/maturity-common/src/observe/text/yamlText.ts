import { isError } from '@backstage/errors';
import { LineCounter, isMap, isNode, isScalar } from 'yaml';
import type { Document, Node } from 'yaml';
import { parseYamlDocuments } from '../../yaml';

/**
 * Longest text that is parsed, in UTF-16 units: one that is all mistakes costs the library seconds for
 * each million, and what people write into a file of practices is a tenth of this.
 */
export const MAX_YAML = 256 * 1024;

/** One document of a YAML file as plain data. */
export interface YamlDocument {
  readonly data: unknown;
  /** Line (from 1) of the key, or of the list item, at a path. */
  lineOf(path: readonly (string | number)[]): number | undefined;
  /** Line of the first line of text of a scalar: one below the `|` of a block. */
  textLineOf(path: readonly (string | number)[]): number | undefined;
}

export type YamlParse =
  | { ok: true; documents: readonly YamlDocument[] }
  | { ok: false; message: string };

/**
 * Parses all documents of a YAML file. Aliases are bounded by the library, so a file that unfolds without
 * end is an error and not a hang.
 */
export function parseYaml(text: string): YamlParse {
  if (text.length > MAX_YAML) {
    return {
      ok: false,
      message: `the file has ${text.length} characters, and at most ${MAX_YAML} are read`,
    };
  }
  try {
    const lines = new LineCounter();
    const parsed = parseYamlDocuments(text, {
      lineCounter: lines,
      // The readers of these files take `<<` for a merge, and the last one of two equal keys.
      merge: true,
      uniqueKeys: false,
    });
    const documents: YamlDocument[] = [];
    for (const document of parsed) {
      const [error] = document.errors;
      if (error) {
        const { line } = lines.linePos(error.pos[0]);
        return {
          ok: false,
          message: `${firstLine(error.message)} (line ${line})`,
        };
      }
      documents.push(readDocument(document, lines));
    }
    return { ok: true, documents };
  } catch (error) {
    return {
      ok: false,
      message: firstLine(isError(error) ? error.message : String(error)),
    };
  }
}

function readDocument(
  document: Document.Parsed,
  lines: LineCounter,
): YamlDocument {
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  const nodeAt = (path: readonly (string | number)[]) => {
    const found: unknown = document.getIn([...path], true);
    return isNode(found) && found.range ? found : undefined;
  };
  return {
    data,
    lineOf: path => {
      const node = keyAt(document, path) ?? nodeAt(path);
      return node?.range ? lines.linePos(node.range[0]).line : undefined;
    },
    textLineOf: path => {
      const node = nodeAt(path);
      if (!node?.range) {
        return undefined;
      }
      const isBlock =
        isScalar(node) &&
        (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
      return lines.linePos(node.range[0]).line + (isBlock ? 1 : 0);
    },
  };
}

/** The key at the end of a path: a block begins on the line below it. */
function keyAt(
  document: Document.Parsed,
  path: readonly (string | number)[],
): Node | undefined {
  const last = path[path.length - 1];
  const parent: unknown =
    path.length > 1
      ? document.getIn(path.slice(0, -1), true)
      : document.contents;
  if (typeof last !== 'string' || !isMap(parent)) {
    return undefined;
  }
  const key: unknown = parent.items.find(
    pair => isScalar(pair.key) && pair.key.value === last,
  )?.key;
  return isNode(key) ? key : undefined;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].replace(/:$/, '');
}

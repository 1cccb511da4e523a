import { isScalar, parseAllDocuments, visit, YAMLParseError } from 'yaml';
import type { Document, LineCounter, Scalar } from 'yaml';

/** Enough to start mending a document. */
const MOST_DUPLICATES = 5;

/**
 * What callers of the parser decide.
 *
 * @public
 */
export interface YamlParseOptions {
  /** Whether `<<` merges maps, as in YAML 1.1. */
  merge?: boolean;
  /** Whether a key that stands in one map twice is a mistake; true without it. */
  uniqueKeys?: boolean;
  /** Whether nodes keep the tokens that they were made of. */
  keepSourceTokens?: boolean;
  lineCounter?: LineCounter;
}

/**
 * Keys that stand in one map a second time, in the order of the document; at most five. The time grows
 * with the size of the document only: the library compares every key with every other one, which takes
 * minutes in a map of many.
 *
 * @public
 */
export function duplicateKeys(document: Document.Parsed): Scalar[] {
  const found: Scalar[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (isScalar(key)) {
          if (seen.has(key.value)) found.push(key);
          if (found.length === MOST_DUPLICATES) return visit.BREAK;
          seen.add(key.value);
        }
      }
      return undefined;
    },
  });
  return found;
}

/**
 * Parses every document of a text. Mistakes are errors of their document, a key that stands in one map
 * twice included; nothing is printed.
 *
 * @throws Error where the library cannot go on, as with maps that are nested too deeply
 * @public
 */
export function parseYamlDocuments(
  text: string,
  options: YamlParseOptions = {},
): readonly Document.Parsed[] {
  const { uniqueKeys = true, ...others } = options;
  const parsed = withoutStackTraces(() =>
    parseAllDocuments(text, {
      merge: false,
      ...others,
      uniqueKeys: false,
      // Pictures of the mistake cost seconds on long lines.
      prettyErrors: false,
      logLevel: 'silent',
    }),
  );
  const documents = Array.isArray(parsed) ? parsed : [];
  if (!uniqueKeys) {
    return documents;
  }
  for (const document of documents) {
    const errors = duplicateKeys(document).map(({ range }) => {
      const [start, end] = range ?? [0, 0];
      return new YAMLParseError(
        [start, end],
        'DUPLICATE_KEY',
        'Map keys must be unique',
      );
    });
    document.errors.push(...errors);
  }
  return documents;
}

/**
 * A text can be a mistake at every character, each of them an error object, and its stack trace costs
 * ten times what finding the mistake does.
 */
function withoutStackTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

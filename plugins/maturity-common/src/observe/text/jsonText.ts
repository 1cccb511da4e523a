import { parseYamlDocuments } from '../../yaml';

/** Files that people write by hand; longer ones are read as strict JSON only. */
const MAX_LOOSE = 100_000;

/** Parses JSON; undefined when the text is none. */
export function parseJson(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data;
  } catch {
    return undefined;
  }
}

/**
 * Parses JSON with comments, trailing commas, single quotes and bare keys, as bots and editors accept it.
 * Without its comments such a file is a YAML flow collection, which has all of these.
 */
export function parseLooseJson(text: string): unknown {
  const strict = parseJson(text);
  if (strict !== undefined || text.length > MAX_LOOSE) {
    return strict;
  }
  const bare = withoutComments(text).trim();
  if (!bare.startsWith('{') && !bare.startsWith('[')) {
    return undefined;
  }
  try {
    const [document, ...others] = parseYamlDocuments(bare, {
      uniqueKeys: false,
    });
    const isJson = document?.errors.length === 0 && others.length === 0;
    const data: unknown = isJson
      ? document.toJS({ maxAliasCount: 0 })
      : undefined;
    return data;
  } catch {
    return undefined;
  }
}

// Every alternative also ends at the end of the text, a last backslash included, so that one pass is
// enough for any text.
const TOKEN =
  /"(?:\\[^]|[^"\\])*(?:"|\\?$)|'(?:\\[^]|[^'\\])*(?:'|\\?$)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

function withoutComments(text: string): string {
  return text
    .replace(TOKEN, token => (token.startsWith('/') ? ' ' : token))
    .replace(/\t/g, ' ');
}

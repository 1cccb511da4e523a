import { baseOf } from './paths';
import { at, textOf } from './text/data';
import { parseJson } from './text/jsonText';
import type { YamlDocument } from './text/yamlText';

/** True for a JSON, GraphQL or Protobuf file that may describe an API; YAML files are all read anyway. */
export function mayBeApiDocument(path: string): boolean {
  return (
    /\.(?:graphqls?|gql|proto)$/i.test(path) ||
    /(?:openapi|swagger|asyncapi)[^/]*\.json$/i.test(baseOf(path))
  );
}

/** The kind of API that a document describes, with its version where it tells one; undefined when it describes none. */
export function apiKind(path: string, text: string): string | undefined {
  const bare = text.replace(
    /"""[^]*?(?:"""|$)|#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g,
    '',
  );
  if (/\.proto$/i.test(path)) {
    return /^[ \t]*(?:service|message|enum)[ \t]+\w+\s*\{/m.test(bare)
      ? 'grpc'
      : undefined;
  }
  if (/\.(?:graphqls?|gql)$/i.test(path)) {
    return /^[ \t]*(?:extend[ \t]+)?(?:type|schema|interface|input|enum|union|scalar)\b/m.test(
      bare,
    )
      ? 'graphql'
      : undefined;
  }
  return apiKindOf(parseJson(text));
}

/** The same for parsed data. */
export function apiKindOf(data: unknown): string | undefined {
  for (const key of ['openapi', 'swagger', 'asyncapi']) {
    const version = textOf(at(data, key));
    if (
      version !== undefined &&
      /^\d/.test(version) &&
      at(data, 'info') !== undefined
    ) {
      return `${key} ${version}`;
    }
  }
  return undefined;
}

/** The same for the documents of a YAML file. */
export function apiKindOfDocuments(
  documents: readonly YamlDocument[],
): string | undefined {
  return documents.length === 1 ? apiKindOf(documents[0].data) : undefined;
}

/** The same for a YAML file that is too long to be parsed: generated descriptions of APIs often are. */
export function apiKindOfLongYaml(text: string): string | undefined {
  const named = /^(openapi|swagger|asyncapi): *["']?(\d[\w.-]*)["']? *$/m.exec(
    text,
  );
  return named && /^info:/m.test(text) ? `${named[1]} ${named[2]}` : undefined;
}

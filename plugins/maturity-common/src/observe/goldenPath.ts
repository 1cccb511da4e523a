import { isRecord } from '../entity/fields';
import { at, textOf } from './text/data';
import { parseYaml } from './text/yamlText';
import type { RepositoryFacts } from './types';

export const GOLDEN_PATH_FILE = '.golden-path.yaml';

/** The template and its version that a generated service was made from. */
export type GoldenPathParse =
  | {
      ok: true;
      template: string;
      version?: string;
      line?: number;
      /** Paths of the files that it records as made by the golden path; absent in a service without such a record. */
      files?: readonly string[];
    }
  | { ok: false; message: string };

/** Reads `.golden-path.yaml`: `template` is required, `version` is text or a number, `files` are keyed by path. */
export function readGoldenPath(text: string): GoldenPathParse {
  const parse = parseYaml(text);
  if (!parse.ok) {
    return { ok: false, message: `YAML was expected: ${parse.message}` };
  }
  const [document] = parse.documents;
  const template = textOf(at(document?.data, 'template'));
  if (!document || template === undefined) {
    return {
      ok: false,
      message:
        'A `template` (reference of the template that made this service) was expected.',
    };
  }
  const version = textOf(at(document.data, 'version'));
  const files = at(document.data, 'files');
  return {
    ok: true,
    template,
    version,
    line: document.lineOf(['template']),
    ...(isRecord(files) && { files: Object.keys(files) }),
  };
}

/** The path of a source, without the line that it may end with. */
export function pathOf(source: string): string {
  return source.replace(/:\d+$/, '');
}

/** The recorded files in which something was seen, sorted. The others prove no check, so they are not kept. */
export function madeAndSeen(
  files: readonly string[],
  seen: RepositoryFacts['seen'],
): string[] {
  const recorded = new Set(files);
  const paths = Object.values(seen)
    .flat()
    .map(({ source }) => pathOf(source))
    .filter(path => recorded.has(path));
  return [...new Set(paths)].sort();
}

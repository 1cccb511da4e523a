import { at, textOf } from './text/data';
import { parseYaml } from './text/yamlText';

export const GOLDEN_PATH_FILE = '.golden-path.yaml';

/** The template and its version that a generated service was made from. */
export type GoldenPathParse =
  | { ok: true; template: string; version?: string; line?: number }
  | { ok: false; message: string };

/** Reads `.golden-path.yaml`: `template` is required, `version` is text or a number. */
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
  return { ok: true, template, version, line: document.lineOf(['template']) };
}

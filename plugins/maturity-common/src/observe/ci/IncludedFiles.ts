import { parseYaml } from '../text/yamlText';
import type { YamlDocument } from '../text/yamlText';

/** Files that one repository can take parts of its pipelines from; more are left out. */
const MAX_FILES = 200;
const MAX_PATTERN = 200;

const NOTHING: readonly YamlDocument[] = [];

/**
 * Files that pipelines take parts from: included files, templates, actions of the same repository. A
 * reader asks for them as it goes, and reads again after those that it did not get have been fetched;
 * so readers need not wait for files.
 */
export class IncludedFiles {
  readonly problems: { source: string; message: string }[] = [];
  private readonly known = new Map<string, readonly YamlDocument[]>();
  private readonly wanted = new Set<string>();
  private readonly paths: ReadonlySet<string>;

  constructor(paths: readonly string[]) {
    this.paths = new Set(paths);
  }

  /** The documents of a file; none while it has not been fetched, and where it is not there or no YAML. */
  documents(path: string): readonly YamlDocument[] {
    const documents = this.known.get(path);
    if (!documents && this.paths.has(path) && this.known.size < MAX_FILES) {
      this.wanted.add(path);
    }
    return documents ?? NOTHING;
  }

  /** Paths that a name stands for, in which `*` is any part of a name and `**` any folders. */
  matching(pattern: string): readonly string[] {
    const path = pattern.replace(/^\.?\//, '');
    if (!path.includes('*')) {
      return [path];
    }
    const expression = path
      .split(/(\*+)/)
      .map(piece => {
        if (!piece.startsWith('*')) {
          return piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
        }
        return piece === '*' ? '[^/]*' : '.*';
      })
      .join('');
    return path.length > MAX_PATTERN || path.split('*').length > 5
      ? []
      : [...this.paths].filter(each =>
          new RegExp(`^${expression}$`).test(each),
        );
  }

  /** Reads what was asked for and not there; false when that was nothing. */
  async fetch(
    read: (path: string) => Promise<string | undefined>,
  ): Promise<boolean> {
    const paths = [...this.wanted].slice(0, MAX_FILES - this.known.size);
    this.wanted.clear();
    for (const path of paths) {
      const text = await read(path);
      const parse = text === undefined ? undefined : parseYaml(text);
      if (parse && !parse.ok) {
        const message = `YAML was expected: ${parse.message}`;
        this.problems.push({ source: path, message });
      }
      this.known.set(path, parse?.ok ? parse.documents : NOTHING);
    }
    return paths.length > 0;
  }
}

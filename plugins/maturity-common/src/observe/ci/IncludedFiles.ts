import { matchesPattern } from './matchesPattern';
import { parseYaml } from '../text/yamlText';
import type { YamlDocument } from '../text/yamlText';

/** Files that one repository can take parts of its pipelines from; more are left out. */
const MAX_FILES = 200;
/** How often one reading takes parts: files that take each other again and again grow without end. */
const MAX_USES = 500;
/** Names with `*`, each of which is compared with every path. */
const MAX_PATTERNS = 20;

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
  private readonly matches = new Map<string, readonly string[]>();
  private uses = 0;

  constructor(paths: readonly string[]) {
    this.paths = new Set(paths);
  }

  /** The documents of a file; none while it has not been fetched, and where it is not there or no YAML. */
  documents(path: string): readonly YamlDocument[] {
    const documents = this.known.get(path);
    if (!documents && this.paths.has(path) && this.known.size < MAX_FILES) {
      this.wanted.add(path);
    }
    if (!documents || this.uses >= MAX_USES) {
      return NOTHING;
    }
    this.uses += 1;
    return documents;
  }

  /** Paths that a name stands for, in which `*` is any part of a name and `**` any folders. */
  matching(pattern: string): readonly string[] {
    const path = pattern.replace(/^\.?\//, '');
    if (!path.includes('*')) {
      return [path];
    }
    let found = this.matches.get(path);
    if (!found) {
      found =
        this.matches.size < MAX_PATTERNS
          ? [...this.paths].filter(each => matchesPattern(each, path))
          : [];
      this.matches.set(path, found);
    }
    return found;
  }

  /** Reads what was asked for and not there; false when that was nothing. */
  async fetch(
    read: (path: string) => Promise<string | undefined>,
  ): Promise<boolean> {
    const paths = [...this.wanted].slice(0, MAX_FILES - this.known.size);
    this.wanted.clear();
    this.uses = 0;
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

import type { SloSpec } from '../slo/types';

/**
 * A listing of a file tree and a way to read it; the caller owns the file system, archive or host.
 *
 * @public
 */
export interface FileTree {
  /** Relative POSIX paths of files, without `./`; at most what the caller allows. */
  readonly paths: readonly string[];
  /** False when the listing was cut: absence then proves nothing. */
  readonly complete: boolean;
  /** Text of a file; undefined when it is too large or not text. */
  read(path: string): Promise<string | undefined>;
  /** The git work tree, when the tree is one with at least one commit. */
  readonly git?: { remote?: string };
}

/**
 * One thing seen in the tree.
 *
 * @public
 */
export interface Observation {
  /** Path inside the tree, with `:line` where a line is known. */
  source: string;
  /** What was seen there, in a few words, e.g. `github-actions`, `npm test`, `codeql`. */
  value: string;
}

/**
 * Facts seen in a file tree, as plain data that can be stored and hashed. `seen` is keyed by check id;
 * a key is there only when what `observed` in the check's definition asks for was really found.
 *
 * @public
 */
export interface RepositoryFacts {
  complete: boolean;
  /** All paths, sorted, for checking declared paths. */
  paths: readonly string[];
  seen: Readonly<Record<string, readonly Observation[]>>;
  /** Test files found, whatever CI does with them. */
  testFiles: readonly string[];
  /** SLO files that parse. */
  sloSpecs: readonly { source: string; spec: SloSpec }[];
  /** `.golden-path.yaml`, when it is there and parses. */
  goldenPath?: {
    source: string;
    template: string;
    version?: string;
    /**
     * Of the files that something was seen in, those that it records as made by the golden path, sorted;
     * absent where it records no files.
     */
    made?: readonly string[];
  };
  /** Canonical stack of the manifest found first in the order of the stack table. */
  stack?: { source: string; value: string };
  /** API documents by path. */
  apiDocuments: readonly string[];
  /** Files that should have been readable and were not what their name says, with the reason. */
  problems: readonly { source: string; message: string }[];
}

import type { Entity } from '@backstage/catalog-model';

/** An entity with the place where a person can change it. */
export interface LoadedEntity {
  ref: string;
  entity: Entity;
  /** Absolute path of the file. */
  path: string;
  /** The file as shown: relative to the working directory, POSIX. */
  file: string;
  /** Line (from 1) of its name. */
  line: number;
  /** False for entities that are only context. */
  scored: boolean;
}

/** What is wrong with a file, or worth knowing about it. */
export interface Problem {
  /**
   * `unreadable`: the file, or a document of it, is not what YAML or the file system gives. `rejected`: the
   * catalog would not take it. `note`: no mistake.
   */
  kind: 'unreadable' | 'rejected' | 'note';
  file: string;
  line?: number;
  /** Column (from 1). */
  column?: number;
  /** Path of the field, e.g. `spec.owner`. */
  field?: string;
  message: string;
  /** True when the run ends with exit code 2 because of it. */
  fatal: boolean;
}

export interface LoadedCatalog {
  /** In the order in which they were found, without duplicates. */
  entities: readonly LoadedEntity[];
  problems: readonly Problem[];
}

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
  file: string;
  line?: number;
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

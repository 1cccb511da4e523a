/** Where the files of an entity are. */
export interface RepositoryPlace {
  /** `file:<folder>` or `url:<address>`. */
  source: string;
  /** Host of the address; empty for local files. */
  host: string;
}

/** What is known of the files of one entity, without what was seen in them. */
export interface RepositoryHead extends RepositoryPlace {
  entityRef: string;
  /** State of the tree that was seen; null before the first look. */
  etag: string | null;
  /** Hash of what was seen; null before the first look. */
  factsHash: string | null;
  /** Epoch milliseconds at which the tree was last seen to be as the facts say; null before the first look. */
  observedAt: number | null;
  /** Why the tree could not be read since, in words that anybody may read; null while it can. */
  error: string | null;
  /** Attempts that failed since the last one that did not. */
  failures: number;
  /** Epoch milliseconds of the next look. */
  dueAt: number;
}

/** A row of `maturity_repositories`. */
export interface RepositoryRow {
  entity_ref: string;
  source: string;
  host: string;
  etag: string | null;
  facts: Buffer | null;
  facts_hash: string | null;
  observed_at: number | string | null;
  error: string | null;
  failures: number;
  due_at: number | string;
}

/** The columns of a head. */
export const HEAD_COLUMNS = [
  'entity_ref',
  'source',
  'host',
  'etag',
  'facts_hash',
  'observed_at',
  'error',
  'failures',
  'due_at',
] as const;

/** A row as what it means. */
export function toHead(row: Omit<RepositoryRow, 'facts'>): RepositoryHead {
  return {
    entityRef: row.entity_ref,
    source: row.source,
    host: row.host,
    etag: row.etag,
    factsHash: row.facts_hash,
    // PostgreSQL gives large integers as texts.
    observedAt: row.observed_at === null ? null : Number(row.observed_at),
    error: row.error,
    failures: row.failures,
    dueAt: Number(row.due_at),
  };
}

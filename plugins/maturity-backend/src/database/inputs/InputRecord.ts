/** What the verdicts of an entity depend on, enough to see later whether they still stand. */
export interface InputRecord {
  entityRef: string;
  /** Hash of the entity, the answers to the questions, the facts and the definitions. */
  hash: string;
  /** What the evaluation asked of the graph, in the form of `TrackedGraph`. */
  questions: readonly string[];
  /** Epoch milliseconds at which time alone may change a verdict; Infinity for never. */
  nextChange: number;
  /** Epoch milliseconds. */
  evaluatedAt: number;
}

/** The newest evaluation of a stored scorecard. */
export interface StoredHead {
  contentHash: string;
  /** Undefined for a scorecard that was stored before inputs were. */
  input: Omit<InputRecord, 'entityRef' | 'questions'> | undefined;
}

/** What one fact provider gave last for one entity. */
export interface FactRecord {
  provider: string;
  entityRef: string;
  /** The text of a JSON object; null when it has given nothing yet. */
  value: string | null;
  /**
   * Epoch milliseconds at which the provider is known to have given the value. While there is no
   * error every sweep since has confirmed it, without writing that down. Null when there is no value.
   */
  observedAt: number | null;
  /** Why there is no newer value, in the words with which it began; null while the value is current. */
  error: string | null;
}

/** Facts to store, and facts that do not hold any more. */
export interface FactChanges {
  put: readonly FactRecord[];
  remove: readonly Pick<FactRecord, 'provider' | 'entityRef'>[];
}

import type {
  CheckResult,
  Scorecard,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';
import type { StoredHead } from '../database';

/** The checks whose evidence the advisor looks at; of all others it asks the status alone. */
export const WITH_EVIDENCE: ReadonlySet<string> = new Set([
  'ci-pipeline',
  'stack-declared',
]);

/**
 * Keeps all scorecards for the advisor, which looks at all of them together. There are five million
 * results in a large catalog, so they keep only what the advisor asks for, and what is equal is shared
 * between scorecards.
 */
export class AdviceInput {
  readonly #kept = new Map<string, { card: Scorecard; contentHash: string }>();
  /** By check, then by status. */
  readonly #shared = new Map<string, Map<string, CheckResult>>();
  readonly #tracks = new Map<string, TrackScore>();

  add(card: Scorecard, contentHash: string): void {
    const results = card.results.map(result => {
      const shared = this.#share(result);
      return result.evidence.length && WITH_EVIDENCE.has(result.check)
        ? { ...shared, evidence: result.evidence }
        : shared;
    });
    const { entityRef } = card;
    const tracks = Object.fromEntries(
      Object.entries(card.tracks).map(([track, score]) => [
        track,
        this.#shareTrack(score),
      ]),
    );
    this.#kept.set(entityRef, {
      card: { ...card, tracks, results },
      contentHash,
    });
  }

  /** Forgets what is not stored any more, and names what is stored otherwise or was never given. */
  missing(heads: ReadonlyMap<string, StoredHead>): string[] {
    for (const ref of this.#kept.keys()) {
      if (!heads.has(ref)) this.#kept.delete(ref);
    }
    return [...heads].flatMap(([ref, { contentHash }]) =>
      this.#kept.get(ref)?.contentHash === contentHash ? [] : ref,
    );
  }

  /** Which of some references are not kept as they are stored, with the hash of what is kept of them. */
  lacking(
    refs: Iterable<string>,
    heads: ReadonlyMap<string, StoredHead>,
  ): Map<string, string | undefined> {
    const found = new Map<string, string | undefined>();
    for (const ref of refs) {
      const stored = heads.get(ref)?.contentHash;
      const kept = this.#kept.get(ref)?.contentHash;
      if (stored !== undefined && stored !== kept) found.set(ref, kept);
    }
    return found;
  }

  /** Adds a scorecard unless somebody else has since added another than the one with the hash `before`. */
  addUnlessOvertaken(
    card: Scorecard,
    hashes: { contentHash: string; before: string | undefined },
  ): void {
    const kept = this.#kept.get(card.entityRef)?.contentHash;
    if (kept === hashes.before) this.add(card, hashes.contentHash);
  }

  /** The kept scorecards of some references. */
  scorecardsOf(refs: Iterable<string>): Scorecard[] {
    return Array.from(refs).flatMap(ref => this.#kept.get(ref)?.card ?? []);
  }

  /** All kept scorecards, in order of reference whatever the order of their coming. */
  scorecards(): Scorecard[] {
    return [...this.#kept]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { card }]) => card);
  }

  #shareTrack(score: TrackScore): TrackScore {
    const key = JSON.stringify(score);
    const known = this.#tracks.get(key);
    if (known) return known;
    this.#tracks.set(key, score);
    return score;
  }

  #share(result: CheckResult): CheckResult {
    const { check, track, level, status, remedy } = result;
    let byStatus = this.#shared.get(check);
    if (!byStatus) this.#shared.set(check, (byStatus = new Map()));
    const known = byStatus.get(status);
    if (known) return known;
    const shared = {
      check,
      track,
      level,
      status,
      remedy,
      reason: '',
      evidence: [],
    };
    byStatus.set(status, shared);
    return shared;
  }
}

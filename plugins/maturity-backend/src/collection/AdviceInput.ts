import type {
  CheckResult,
  Scorecard,
  Status,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';
import type { StoredHead } from '../database';

/** The checks whose evidence the advisor looks at. */
export const WITH_EVIDENCE: ReadonlySet<string> = new Set([
  'ci-pipeline',
  'stack-declared',
]);

/** The checks whose results the advisor looks at; of all others it asks only which are open. */
const ASKED: ReadonlySet<string> = new Set([
  ...WITH_EVIDENCE,
  'golden-path-origin',
  'runtime-linked',
]);

/**
 * Keeps all scorecards for the advisor, which looks at all of them together. There are five million
 * results in a large catalog, so they keep only what the advisor asks for, and what is equal is shared
 * between scorecards.
 */
export class AdviceInput {
  readonly #kept = new Map<string, { card: Scorecard; contentHash: string }>();
  readonly #shared = new Map<string, Partial<Record<Status, CheckResult>>>();
  readonly #tracks = new Map<string, TrackScore>();

  add(card: Scorecard, contentHash: string): void {
    const { entityRef } = card;
    const results = card.results.filter(isLookedAt).map(result => {
      const shared = this.#share(result);
      return result.evidence.length && WITH_EVIDENCE.has(result.check)
        ? { ...shared, evidence: result.evidence }
        : shared;
    });
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

  /** All kept scorecards, in no certain order. */
  scorecards(): Scorecard[] {
    return Array.from(this.#kept.values(), ({ card }) => card);
  }

  #shareTrack(score: TrackScore): TrackScore {
    const { level, achievable, score: points, coverage, proven, next } = score;
    // Half the time of JSON, and no less unique: an id of a check holds no comma.
    const key = [level, achievable, points, coverage, proven, ...next].join();
    const known = this.#tracks.get(key);
    if (known) return known;
    this.#tracks.set(key, score);
    return score;
  }

  #share(result: CheckResult): CheckResult {
    const { check, track, level, status, remedy } = result;
    let byStatus = this.#shared.get(check);
    if (!byStatus) this.#shared.set(check, (byStatus = {}));
    return (byStatus[status] ??= {
      check,
      track,
      level,
      status,
      remedy,
      reason: '',
      evidence: [],
    });
  }
}

function isLookedAt({ check, status }: CheckResult): boolean {
  return status === 'fail' || status === 'unknown' || ASKED.has(check);
}

import type {
  CheckResult,
  Scorecard,
} from '@backstage-maturity/plugin-maturity-common';

/**
 * Keeps the scorecards of one sweep for the advisor, which looks at all of them together. There are half
 * a million results in a large catalog, so they keep only what the advisor asks for, status and
 * evidence, and those without evidence are shared between scorecards.
 */
export class AdviceInput {
  #scorecards: Scorecard[] = [];
  readonly #shared = new Map<string, CheckResult>();

  add(card: Scorecard): void {
    this.#scorecards.push({
      ...card,
      results: card.results.map(result => {
        const shared = this.#share(result);
        return result.evidence.length
          ? { ...shared, evidence: result.evidence }
          : shared;
      }),
    });
  }

  /** Gives all kept scorecards and forgets them. */
  take(): readonly Scorecard[] {
    const taken = this.#scorecards;
    this.#scorecards = [];
    return taken;
  }

  #share(result: CheckResult): CheckResult {
    const key = `${result.check} ${result.status}`;
    const known = this.#shared.get(key);
    if (known) return known;
    const { check, track, level, status, remedy } = result;
    const shared = {
      check,
      track,
      level,
      status,
      remedy,
      reason: '',
      evidence: [],
    };
    this.#shared.set(key, shared);
    return shared;
  }
}

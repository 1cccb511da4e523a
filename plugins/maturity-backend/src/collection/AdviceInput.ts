import type {
  CheckResult,
  Scorecard,
} from '@backstage-maturity/plugin-maturity-common';

/**
 * Keeps the scorecards of one sweep for the advisor, which looks at all of them together. Results
 * without evidence are shared between scorecards and lose their details: there are half a million of
 * them in a large catalog, and the advisor needs only their status.
 */
export class AdviceInput {
  #scorecards: Scorecard[] = [];
  readonly #shared = new Map<string, CheckResult>();

  add(card: Scorecard): void {
    this.#scorecards.push({
      ...card,
      results: card.results.map(result =>
        result.evidence.length ? result : this.#share(result),
      ),
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
    const shared = { check, track, level, status, remedy, reason: '', evidence: [] };
    this.#shared.set(key, shared);
    return shared;
  }
}

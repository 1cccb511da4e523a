import type { CheckResult, Decision } from '../types';

/**
 * A decision that thousands of entities share, with the result that it leads to, which is made once. It
 * belongs to one check.
 */
export class SharedDecision implements Decision {
  readonly status: Decision['status'];
  readonly reason: string;
  readonly details: Decision['details'];
  readonly evidence: Decision['evidence'];
  #result: CheckResult | undefined;

  constructor(decision: Decision) {
    this.status = decision.status;
    this.reason = decision.reason;
    this.details = decision.details;
    this.evidence = decision.evidence;
  }

  /** The result, made by the first who asks for it. */
  result(make: (decision: Decision) => CheckResult): CheckResult {
    this.#result ??= Object.freeze(make(this));
    return this.#result;
  }
}

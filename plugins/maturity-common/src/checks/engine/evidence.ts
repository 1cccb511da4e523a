import { STRENGTHS } from '../types';
import type { CheckResult, Evidence, Strength } from '../types';

/** Longest value that evidence and reason details carry, in UTF-16 units, the ellipsis included. */
export const MAX_VALUE_LENGTH = 200;

/** The text, shortened with an ellipsis where it is too long to be shown. */
export function shown(text: string): string {
  if (text.length <= MAX_VALUE_LENGTH) {
    return text;
  }
  const cut = text.slice(0, MAX_VALUE_LENGTH - 1);
  // A cut between the halves of a surrogate pair would leave text that no encoder accepts.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A piece of evidence of the entity itself unless `from` names another; the value is shortened. */
export function piece(options: {
  strength: Strength;
  source: string;
  value: string;
  from?: string | null;
}): Evidence {
  return {
    strength: options.strength,
    source: options.source,
    value: shown(options.value),
    from: options.from ?? null,
  };
}

/** Position of a strength in the order, 0 for the strongest. */
export function rank(strength: Strength): number {
  return STRENGTHS.indexOf(strength);
}

/**
 * Evidence of which no piece suffices alone: the chain is as strong as its weakest piece, so the
 * stronger ones only support.
 */
export function jointly(evidence: readonly Evidence[]): readonly Evidence[] {
  const weakest = Math.max(...evidence.map(({ strength }) => rank(strength)));
  return evidence.map(each =>
    rank(each.strength) === weakest ? each : { ...each, supporting: true },
  );
}

/** Pieces that suffice alone first, each group strongest first; equal ones keep their order. */
export function strongestFirst(
  evidence: readonly Evidence[],
): readonly Evidence[] {
  if (evidence.length < 2) {
    return evidence;
  }
  return [...evidence].sort(
    (a, b) =>
      Number(a.supporting ?? false) - Number(b.supporting ?? false) ||
      rank(a.strength) - rank(b.strength),
  );
}

/**
 * Strength of a result: that of its strongest piece of evidence that suffices alone; undefined
 * when there is none.
 *
 * @public
 */
export function strengthOf(
  result: Pick<CheckResult, 'evidence'>,
): Strength | undefined {
  return result.evidence.find(({ supporting }) => !supporting)?.strength;
}

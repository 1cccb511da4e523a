/** Figures of a track, as percentages of the weight of its checks. */
export interface TruthNumbers {
  /** Weight that passes; null when the track does not apply. */
  score: number | null;
  /** Weight about which something is known. */
  coverage: number | null;
  /**
   * Share of the passing weight that rests on more than a claim; null when nothing passes, left
   * out where the split is not known, as in a roll-up.
   */
  proven?: number | null;
}

/** The four parts of a truth bar; they sum to 100. `declared` is null where the split is not known. */
export interface TruthParts {
  passed: number;
  proven: number;
  declared: number | null;
  unknown: number;
  failed: number;
}

/** Splits the figures into the parts of a bar, or nothing when the track does not apply. */
export function truthParts(numbers: TruthNumbers): TruthParts | undefined {
  const { score, coverage, proven } = numbers;
  if (score === null || coverage === null) return undefined;
  const passed = clamp(score, 0, 100);
  const unknown = clamp(100 - coverage, 0, 100 - passed);
  const failed = 100 - passed - unknown;
  if (proven === undefined) {
    return { passed, proven: passed, declared: null, unknown, failed };
  }
  const solid = Math.round((passed * clamp(proven ?? 0, 0, 100)) / 100);
  return { passed, proven: solid, declared: passed - solid, unknown, failed };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

import type { CheckDefinition, DefinitionSet } from '../checks/types';
import { definitionIndex } from './definitionIndex';
import { TIER_WEIGHT } from './tierWeight';
import type { Leverage, RollUpMember } from './types';

interface Positions {
  definitions: readonly CheckDefinition[];
  byId: ReadonlyMap<string, number>;
}

const known = new WeakMap<DefinitionSet, Positions>();

/** The place of each check in the sums; built once per set. */
function positionsOf(definitions: DefinitionSet): Positions {
  const before = known.get(definitions);
  if (before) return before;
  const list = [...definitionIndex(definitions).values()];
  const positions = {
    definitions: list,
    byId: new Map(list.map(({ id }, at) => [id, at])),
  };
  known.set(definitions, positions);
  return positions;
}

// Not localeCompare: the order must not depend on the machine's language.
function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** Sums the open checks of a set. */
export class LeverageSum {
  readonly #positions: Positions;
  readonly #failing: Float64Array;
  readonly #unknown: Float64Array;
  /** Tier weights of the failing members. */
  readonly #weights: Float64Array;

  constructor(definitions: DefinitionSet) {
    this.#positions = positionsOf(definitions);
    const size = this.#positions.definitions.length;
    this.#failing = new Float64Array(size);
    this.#unknown = new Float64Array(size);
    this.#weights = new Float64Array(size);
  }

  add({ tier, open }: Pick<RollUpMember, 'tier' | 'open'>): void {
    for (const { check, status } of open) {
      const at = this.#positions.byId.get(check);
      if (at !== undefined) {
        if (status === 'fail') {
          this.#failing[at]++;
          this.#weights[at] += TIER_WEIGHT[tier];
        } else {
          this.#unknown[at]++;
        }
      }
    }
  }

  merge(other: LeverageSum): void {
    for (let at = 0; at < this.#failing.length; at++) {
      this.#failing[at] += other.#failing[at];
      this.#unknown[at] += other.#unknown[at];
      this.#weights[at] += other.#weights[at];
    }
  }

  /** Largest gain first, ties by check id. */
  result(): Leverage[] {
    const list: Leverage[] = [];
    this.#positions.definitions.forEach(({ id, track, weight }, at) => {
      const failing = this.#failing[at];
      const unknown = this.#unknown[at];
      if (failing || unknown) {
        const gain = weight * this.#weights[at];
        list.push({ check: id, track, failing, unknown, gain });
      }
    });
    return list.sort(
      (a, b) => b.gain - a.gain || compareText(a.check, b.check),
    );
  }
}

import type { Status, Strength } from '../checks/types';
import type { TrackScore } from './types';

/**
 * What the ladder needs of one result.
 *
 * @public
 */
export interface LadderItem {
  check: string;
  level: number;
  weight: number;
  status: Status;
  /** Strength of the evidence that decided; undefined without any. */
  strength?: Strength;
}

/** A check that still stands between an entity and a level. */
export interface OpenCheck {
  check: string;
  level: number;
  weight: number;
  status: 'fail' | 'unknown';
}

/**
 * Sums the results of one entity on one track in a single pass.
 *
 * `A` below is the set of checks with status pass, fail or unknown; the others are invisible.
 */
export class Ladder {
  private readonly open: OpenCheck[] = [];
  /** Index = level; true where A has a check. */
  private readonly populated: boolean[] = [];
  private achievable = 0;
  private lowestOpen = Infinity;
  private total = 0;
  private known = 0;
  private passed = 0;
  private proven = 0;

  add(item: LadderItem): void {
    const { check, level, weight, status } = item;
    if (status === 'not-applicable' || status === 'exempt') {
      return;
    }
    this.total += weight;
    this.populated[level] = true;
    this.achievable = Math.max(this.achievable, level);
    if (status !== 'unknown') {
      this.known += weight;
    }
    if (status === 'pass') {
      this.passed += weight;
      if (item.strength !== undefined && item.strength !== 'declared') {
        this.proven += weight;
      }
      return;
    }
    this.lowestOpen = Math.min(this.lowestOpen, level);
    this.open.push({ check, level, weight, status });
  }

  /** Level, score, coverage and next steps; all null when A is empty. */
  score(): TrackScore {
    if (this.total === 0) {
      return {
        level: null,
        achievable: null,
        score: null,
        coverage: null,
        proven: null,
        next: [],
      };
    }
    return {
      level: this.level(),
      achievable: this.achievable,
      score: percentage(this.passed, this.total),
      coverage: percentage(this.known, this.total),
      proven: this.passed === 0 ? null : percentage(this.proven, this.passed),
      next: this.blockers().map(({ check }) => check),
    };
  }

  /** Open checks of the lowest unfinished level, heaviest first, fails before unknowns. */
  blockers(): OpenCheck[] {
    return this.openUpTo(this.lowestOpen);
  }

  /** Open checks of all levels up to one, heaviest first, fails before unknowns. */
  openUpTo(level: number): OpenCheck[] {
    return this.open
      .filter(open => open.level <= level)
      .sort(
        (a, b) =>
          b.weight - a.weight || statusOrder(a.status) - statusOrder(b.status),
      );
  }

  /** Level that passing every check up to `wanted` gives, when that is at least `wanted`. */
  levelAtLeast(wanted: number): number | undefined {
    for (let level = wanted; level <= this.achievable; level++) {
      if (this.populated[level]) {
        return level;
      }
    }
    return undefined;
  }

  private level(): number {
    if (this.lowestOpen === Infinity) {
      return this.achievable;
    }
    for (let level = this.lowestOpen - 1; level > 0; level--) {
      if (this.populated[level]) {
        return level;
      }
    }
    return 0;
  }
}

// Floored, because 100 must mean that everything passed.
function percentage(part: number, whole: number): number {
  return Math.floor((100 * part) / whole);
}

function statusOrder(status: 'fail' | 'unknown'): number {
  return status === 'fail' ? 0 : 1;
}

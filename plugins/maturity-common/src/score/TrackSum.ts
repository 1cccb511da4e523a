import { setLevel } from './setLevel';
import type { RollUpTrack, TrackScore } from './types';

/** Sums one track over the counted members of a set. */
export class TrackSum {
  readonly #histogram: number[];
  /** Members with achievable >= the index. */
  readonly #able: number[];
  /** Of those, the members with level >= the index. */
  readonly #reached: number[];
  #notApplicable = 0;
  #members = 0;
  #minimum = Infinity;
  #weight = 0;
  #score = 0;
  #coverage = 0;
  #provenWeight = 0;
  #proven = 0;

  /** @param levels - number of levels of the track */
  constructor(levels: number) {
    this.#histogram = new Array<number>(levels + 1).fill(0);
    this.#able = [...this.#histogram];
    this.#reached = [...this.#histogram];
  }

  add(track: TrackScore | undefined, tierWeight: number): void {
    if (
      !track ||
      track.level === null ||
      track.achievable === null ||
      track.score === null ||
      track.coverage === null
    ) {
      this.#notApplicable++;
      return;
    }
    this.#members++;
    this.#minimum = Math.min(this.#minimum, track.level);
    this.#weight += tierWeight;
    this.#score += track.score * tierWeight;
    this.#coverage += track.coverage * tierWeight;
    // A member without a pass has nothing that could rest on a proof.
    if (track.proven !== null) {
      this.#provenWeight += tierWeight;
      this.#proven += track.proven * tierWeight;
    }
    // A level above the ladder can only come from a track whose levels were cut since.
    const top = this.#histogram.length - 1;
    const level = Math.min(track.level, top);
    this.#histogram[level]++;
    for (let k = 1; k <= Math.min(track.achievable, top); k++) {
      this.#able[k]++;
      if (k <= level) {
        this.#reached[k]++;
      }
    }
  }

  /** Adds the members of another sum of the same track. */
  merge(other: TrackSum): void {
    this.#notApplicable += other.#notApplicable;
    this.#members += other.#members;
    this.#minimum = Math.min(this.#minimum, other.#minimum);
    this.#weight += other.#weight;
    this.#score += other.#score;
    this.#coverage += other.#coverage;
    this.#provenWeight += other.#provenWeight;
    this.#proven += other.#proven;
    for (let at = 0; at < this.#histogram.length; at++) {
      this.#histogram[at] += other.#histogram[at];
      this.#able[at] += other.#able[at];
      this.#reached[at] += other.#reached[at];
    }
  }

  result(options: { share: number; withMinimum: boolean }): RollUpTrack {
    const none = this.#members === 0;
    const shares = this.#able.map((able, at) => ({
      able,
      reached: this.#reached[at],
    }));
    return {
      level: none ? null : setLevel(shares, options.share),
      minimum: none || !options.withMinimum ? null : this.#minimum,
      histogram: [...this.#histogram],
      notApplicable: this.#notApplicable,
      score: none ? null : Math.floor(this.#score / this.#weight),
      coverage: none ? null : Math.floor(this.#coverage / this.#weight),
      proven: this.#provenWeight
        ? Math.floor(this.#proven / this.#provenWeight)
        : null,
    };
  }
}

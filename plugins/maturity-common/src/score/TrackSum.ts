import type { LevelShare } from './setLevel';
import { setLevel } from './setLevel';
import type { RollUpTrack, TrackScore } from './types';

/** Sums one track over the counted members of a set. */
export class TrackSum {
  readonly #shares: LevelShare[];
  readonly #histogram: number[];
  #notApplicable = 0;
  #members = 0;
  #minimum = Infinity;
  #weight = 0;
  #score = 0;
  #coverage = 0;

  /** @param levels - number of levels of the track */
  constructor(levels: number) {
    this.#histogram = Array.from({ length: levels + 1 }, () => 0);
    this.#shares = Array.from({ length: levels + 1 }, () => ({
      able: 0,
      reached: 0,
    }));
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
    // A level above the ladder can only come from a track whose levels were cut since.
    const top = this.#histogram.length - 1;
    const level = Math.min(track.level, top);
    this.#histogram[level]++;
    for (let k = 1; k <= Math.min(track.achievable, top); k++) {
      this.#shares[k].able++;
      if (k <= level) {
        this.#shares[k].reached++;
      }
    }
  }

  result(options: { share: number; withMinimum: boolean }): RollUpTrack {
    const none = this.#members === 0;
    return {
      level: none ? null : setLevel(this.#shares, options.share),
      minimum: none || !options.withMinimum ? null : this.#minimum,
      histogram: this.#histogram,
      notApplicable: this.#notApplicable,
      score: none ? null : Math.floor(this.#score / this.#weight),
      coverage: none ? null : Math.floor(this.#coverage / this.#weight),
    };
  }
}

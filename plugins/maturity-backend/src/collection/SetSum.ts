import { hash } from 'node:crypto';

const LANES = 5;

/**
 * Sum of a set of texts, whatever their order: two sets with the same sum are the same, as surely as two
 * texts with the same hash. A text can be taken out again, so a small change of a large set costs little.
 */
export class SetSum {
  readonly #lanes = new Uint32Array(LANES);

  add(text: string): void {
    this.#change(text, 1);
  }

  remove(text: string): void {
    this.#change(text, -1);
  }

  /** Takes one text out and puts another in; either may be missing. */
  replace(before: string | undefined, after: string | undefined): void {
    if (before === after) return;
    if (before !== undefined) this.remove(before);
    if (after !== undefined) this.add(after);
  }

  copy(): SetSum {
    const copy = new SetSum();
    copy.#lanes.set(this.#lanes);
    return copy;
  }

  digest(): string {
    return Buffer.from(this.#lanes.buffer).toString('base64url');
  }

  #change(text: string, sign: 1 | -1): void {
    const made = hash('sha1', text, 'buffer');
    for (let lane = 0; lane < LANES; lane++) {
      this.#lanes[lane] += sign * made.readUInt32LE(lane * 4);
    }
  }
}

import { utcDay } from '../entity';

const DAY_MS = 86_400_000;

/**
 * Tells time to checks and keeps when its answers next change. Ages are counted in UTC days, so time
 * asks only one kind of question: has this day come?
 *
 * @public
 */
export class Clock {
  /** Epoch milliseconds. */
  readonly now: number;
  private next = Infinity;

  constructor(now: number) {
    this.now = now;
  }

  /** The start of the next UTC day on which an answer changes, in epoch milliseconds; Infinity for never. */
  get nextChange(): number {
    return this.next;
  }

  /** True on a day, given in days since 1970-01-01, and ever after. */
  reached(day: number): boolean {
    const come = utcDay(this.now) >= day;
    if (!come) this.next = Math.min(this.next, day * DAY_MS);
    return come;
  }

  /** The instant itself, for one who may do anything with it: what it says holds for today only. */
  read(): number {
    this.reached(utcDay(this.now) + 1);
    return this.now;
  }
}

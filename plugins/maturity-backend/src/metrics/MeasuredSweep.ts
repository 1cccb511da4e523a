import { type EtagSum, Sweep, type SweepOptions } from '../collection';
import type { SweepRecord } from '../database';
import type { SweepMetrics } from './SweepMetrics';

/** A sweep whose runs are counted, whether they are scheduled or follow a change of the catalog. */
export class MeasuredSweep extends Sweep {
  readonly #metrics: SweepMetrics;

  constructor(options: SweepOptions, metrics: SweepMetrics) {
    super(options);
    this.#metrics = metrics;
  }

  async run(signal: AbortSignal, etags?: EtagSum): Promise<SweepRecord> {
    const record = await super.run(signal, etags);
    this.#metrics.record(record);
    return record;
  }
}

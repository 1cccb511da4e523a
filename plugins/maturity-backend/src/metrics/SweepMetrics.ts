import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { SweepRecord } from '../database';

/** What operators watch of the sweeps, as OpenTelemetry instruments. */
export class SweepMetrics {
  readonly #duration;
  readonly #evaluated;
  readonly #written;
  readonly #failures;

  /**
   * @param newestSuccess - gives when the newest sweep that succeeded ended, in epoch milliseconds, on
   * whichever replica it ran; undefined when none has
   */
  constructor(
    metrics: MetricsService,
    newestSuccess: () => Promise<number | undefined>,
  ) {
    this.#duration = metrics.createHistogram('maturity.sweep.duration', {
      description: 'How long sweeps over the catalog take',
      unit: 's',
    });
    this.#evaluated = metrics.createCounter('maturity.scorecards.evaluated', {
      description: 'Scorecards that sweeps have evaluated',
      unit: '{scorecard}',
    });
    this.#written = metrics.createCounter('maturity.scorecards.written', {
      description: 'Scorecards that sweeps have written because they changed',
      unit: '{scorecard}',
    });
    this.#failures = metrics.createCounter('maturity.sweep.failures', {
      description: 'Sweeps that have failed',
      unit: '{sweep}',
    });
    metrics
      .createObservableGauge('maturity.sweep.age', {
        description: 'Time since the newest sweep that succeeded ended',
        unit: 's',
      })
      .addCallback(async result => {
        // A database that is down must not break the other instruments.
        const at = await newestSuccess().catch(() => undefined);
        if (at !== undefined) {
          result.observe(Math.max(0, Date.now() - at) / 1000);
        }
      });
  }

  /** Counts a sweep that has ended. */
  record(sweep: SweepRecord): void {
    const { status, startedAt, finishedAt, evaluated, written } = sweep;
    if (finishedAt !== null) {
      this.#duration.record((finishedAt - startedAt) / 1000, { status });
    }
    this.#evaluated.add(evaluated);
    this.#written.add(written);
    if (status === 'failed') this.#failures.add(1);
  }
}

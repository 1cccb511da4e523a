import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  type MetricsService,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { component, group } from '../__testUtils__/entities';
import { startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

/** Keeps what instruments were told, by name. */
class CapturedMetrics {
  readonly values: Record<string, { value: number; attributes: unknown }[]> =
    {};
  readonly gauges: Record<string, () => Promise<number[]>> = {};

  get factory() {
    const keep = (name: string) => {
      const told: { value: number; attributes: unknown }[] = [];
      this.values[name] = told;
      return (value: number, attributes?: unknown) => {
        told.push({ value, attributes });
      };
    };
    const service: MetricsService = metricsServiceMock.mock({
      createCounter: name => ({ add: keep(name) }),
      createHistogram: name => ({ record: keep(name) }),
      createObservableGauge: name => ({
        addCallback: callback => {
          this.gauges[name] = async () => {
            const seen: number[] = [];
            await callback({ observe: value => seen.push(value) });
            return seen;
          };
        },
        removeCallback: () => {},
      }),
    });
    return createServiceFactory({
      service: metricsServiceRef,
      deps: {},
      factory: () => service,
    });
  }

  sum(name: string): number {
    return this.values[name].reduce((sum, { value }) => sum + value, 0);
  }
}

describe('Metrics and health of sweeps', () => {
  it('tell of sweeps that succeed and of those that fail', async () => {
    const metrics = new CapturedMetrics();
    const catalog = new TestCatalog([group('payments'), component('api')]);
    const portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog,
      features: [metrics.factory],
    });
    const health = async () => (await portal.get('/sweeps')).body.health;
    const age = () => metrics.gauges['maturity.sweep.age']();

    expect(await age()).toEqual([]);
    expect(await health()).toEqual({
      status: 'waiting',
      newestSuccessAt: null,
      failuresInARow: 0,
    });

    await portal.sweep();
    expect(metrics.sum('maturity.scorecards.evaluated')).toBe(1);
    expect(metrics.sum('maturity.scorecards.written')).toBe(1);
    expect(metrics.sum('maturity.sweep.failures')).toBe(0);
    expect(metrics.values['maturity.sweep.duration'].at(-1)).toEqual({
      value: expect.any(Number),
      attributes: { status: 'succeeded' },
    });
    const [seconds] = await age();
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(seconds).toBeLessThan(60);
    const healthy = await health();
    expect(healthy).toEqual({
      status: 'succeeding',
      newestSuccessAt: expect.stringMatching(/^\d{4}-.*Z$/),
      failuresInARow: 0,
    });

    catalog.failingPage = 1;
    await portal.sweep();
    const failures = metrics.sum('maturity.sweep.failures');
    expect(failures).toBeGreaterThan(0);
    expect(await health()).toEqual({
      status: 'failing',
      newestSuccessAt: healthy.newestSuccessAt,
      failuresInARow: failures,
    });

    catalog.failingPage = undefined;
    await portal.sweep();
    expect((await health()).status).toBe('succeeding');
    await portal.stop();
  });
});

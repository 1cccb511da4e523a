import { readDashboard } from './dashboard';

const panel = (
  title: string,
  expr: string | undefined,
  type = 'timeseries',
) => ({
  type,
  title,
  targets: expr === undefined ? [] : [{ expr }],
});
const signals = (...panels: unknown[]) =>
  [...(readDashboard({ title: 'T', panels })?.signals ?? [])].sort();

describe('readDashboard', () => {
  it('tells the golden signals of panels by title', () => {
    expect(
      signals(
        panel('Latency p99', 'a'),
        panel('Traffic', 'b'),
        panel('Error rate of requests', 'c'),
        panel('Memory', 'd'),
      ),
    ).toEqual(['errors', 'latency', 'saturation', 'traffic']);
  });

  it('tells them by query when the title names none', () => {
    expect(
      signals(
        panel(
          'One',
          'histogram_quantile(0.99, sum(rate(http_request_duration_seconds_bucket[5m])) by (le))',
        ),
        panel('Two', 'sum(rate(http_requests_total[5m]))'),
        panel(
          'Three',
          'sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))',
        ),
        panel('Four', 'process_resident_memory_bytes'),
      ),
    ).toEqual(['errors', 'latency', 'saturation', 'traffic']);
  });

  it('looks into rows of both forms', () => {
    expect(
      signals(
        { type: 'row', panels: [panel('Latency', 'a')] },
        panel('x', 'y'),
      ),
    ).toEqual(['latency']);
    expect([
      ...(readDashboard({ rows: [{ panels: [panel('CPU', 'a', 'graph')] }] })
        ?.signals ?? []),
    ]).toEqual(['saturation']);
  });

  it('takes titles without a query that reads a metric for nothing', () => {
    expect(
      signals(
        panel('x', 'up'),
        panel('Latency', undefined),
        panel('Errors', 'vector(0)'),
      ),
    ).toEqual([]);
  });

  it.each([
    [{ title: 'T' }],
    [{ title: 'T', panels: [] }],
    [
      {
        panels: [
          panel('Latency, traffic, errors and saturation', undefined, 'text'),
        ],
      },
    ],
    [{ panels: 'x' }],
    [[]],
    [null],
  ])('is none: %j', data => {
    expect(readDashboard(data)).toBeUndefined();
  });
});

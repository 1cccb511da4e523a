import { httpSignals } from './httpSignals';

describe('httpSignals', () => {
  it('asks for the four golden signals of one service', () => {
    expect(
      httpSignals('check"out').map(({ title, query }) => [title, query]),
    ).toEqual([
      [
        'Traffic',
        'sum by (route) (rate(http_requests_total{service="check\\"out"}[$__rate_interval]))',
      ],
      [
        'Errors',
        'sum by (code) (rate(http_requests_total{service="check\\"out",code=~"5.."}[$__rate_interval]))',
      ],
      [
        'Latency, 99th percentile',
        'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{service="check\\"out"}[$__rate_interval])))',
      ],
      [
        'Saturation: CPU',
        'sum by (pod) (rate(process_cpu_seconds_total{service="check\\"out"}[$__rate_interval]))',
      ],
    ]);
  });
});

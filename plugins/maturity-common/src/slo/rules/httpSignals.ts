import type { SloDashboardSignal } from './dashboardFile';

/**
 * The four golden signals of an HTTP service, from the metrics that services of the golden paths have:
 * `http_requests_total`, `http_request_duration_seconds` and `process_cpu_seconds_total`, with the label `service`.
 *
 * @param service - Value of the label.
 * @public
 */
export function httpSignals(service: string): SloDashboardSignal[] {
  const own = `service=${JSON.stringify(service)}`;
  const rate = (metric: string, more = '') =>
    `rate(${metric}{${own}${more}}[$__rate_interval])`;
  return [
    {
      title: 'Traffic',
      query: `sum by (route) (${rate('http_requests_total')})`,
      unit: 'reqps',
      legend: '{{route}}',
    },
    {
      title: 'Errors',
      query: `sum by (code) (${rate('http_requests_total', ',code=~"5.."')})`,
      unit: 'reqps',
      legend: '{{code}}',
    },
    {
      title: 'Latency, 99th percentile',
      query: `histogram_quantile(0.99, sum by (le) (${rate(
        'http_request_duration_seconds_bucket',
      )}))`,
      unit: 's',
    },
    {
      title: 'Saturation: CPU',
      query: `sum by (pod) (${rate('process_cpu_seconds_total')})`,
      unit: 'percentunit',
      legend: '{{pod}}',
    },
  ];
}

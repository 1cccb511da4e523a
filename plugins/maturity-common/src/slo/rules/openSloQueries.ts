import type { Field } from './Field';
import { readQuery } from './query';
import type { SloQueries } from './types';

type Documents = ReadonlyMap<string, Field>;

/** Only queries of Prometheus can become rules of Prometheus. */
function readMetric(metric: Field, documents: Documents): string | undefined {
  const source = metric.at('metricSource');
  source.allow('metricSourceRef', 'type', 'spec');
  const ref = source.at('metricSourceRef');
  const type = source.at('type').isThere
    ? source.at('type')
    : documents.get(`DataSource/${ref.scalar() ?? ''}`)?.at('spec', 'type');
  if (!type) {
    return source
      .at('type')
      .refuse(
        'Prometheus, here or in the document of kind DataSource that "metricSourceRef" names,',
      );
  }
  if (type.scalar()?.toLowerCase() !== 'prometheus') {
    return type.refuse('Prometheus');
  }
  source.at('spec').allow('query');
  return readQuery(source.at('spec', 'query'));
}

/** Reads the `ratioMetric` of an indicator. */
export function readOpenSloQueries(
  indicator: Field,
  documents: Documents,
): SloQueries | undefined {
  const spec = indicator.at('spec');
  spec.allow('description', 'thresholdMetric', 'ratioMetric');
  const metric = spec.at('ratioMetric');
  if (spec.at('thresholdMetric').isThere) {
    return spec
      .at('thresholdMetric')
      .refuse('"ratioMetric" (a threshold counts no events)');
  }
  if (!metric.isThere) {
    return metric.refuse('a ratio of good or bad events and all events');
  }
  metric.allow('counter', 'good', 'bad', 'total', 'raw', 'rawType');
  const [good, bad, total, raw] = ['good', 'bad', 'total', 'raw'].map(key =>
    metric.at(key),
  );
  if (raw.isThere) {
    if (metric.at('rawType').value !== 'failure') {
      return metric
        .at('rawType')
        .refuse(
          'failure (a share of good events cannot be told from no traffic)',
        );
    }
    const ratio = readMetric(raw, documents);
    return ratio === undefined ? undefined : { kind: 'error-ratio', ratio };
  }
  if (good.isThere === bad.isThere) {
    return metric.refuse('either "good" or "bad", and "total"');
  }
  const part = readMetric(good.isThere ? good : bad, documents);
  const all = readMetric(total, documents);
  if (part === undefined || all === undefined) {
    return undefined;
  }
  return good.isThere
    ? { kind: 'good-and-total', good: part, total: all }
    : { kind: 'bad-and-total', bad: part, total: all };
}

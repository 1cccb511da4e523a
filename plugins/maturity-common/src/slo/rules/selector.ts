import type { SloDefinition } from './types';

/** The labels by which every series of an objective is found. */
export function identityLabels(slo: SloDefinition): Map<string, string> {
  return new Map([
    ['sloth_id', slo.id],
    ['sloth_service', slo.service],
    ['sloth_slo', slo.name],
  ]);
}

/** Label matchers in braces, with values escaped as strings of PromQL. */
export function matchers(labels: ReadonlyMap<string, string>): string {
  return `{${[...labels]
    // Strings of JSON are strings of PromQL: both escape like Go.
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')}}`;
}

/** A recorded series of one objective. */
export function series(record: string, slo: SloDefinition): string {
  return `${record}${matchers(identityLabels(slo))}`;
}

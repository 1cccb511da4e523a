import { field, isRecord, list, text } from '../entity/fields';
import {
  indicatorIn,
  readPercent,
  readRatio,
  shown,
  type SpecObjective,
  type SpecResult,
} from './specObjective';
import type { SloSpec } from './types';

/** Days of a unit; calendar months, quarters and years are counted as their usual lengths. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['w', 7],
  ['M', 30],
  ['Q', 90],
  ['Y', 365],
]);

const MAX_DEPTH = 8;

/** True when a query stands anywhere in an indicator: each metric source of OpenSLO has a shape of its own. */
function hasQuery(value: unknown, depth = 0): boolean {
  if (depth > MAX_DEPTH) {
    return false;
  }
  if (Array.isArray(value)) {
    return value.some(item => hasQuery(item, depth + 1));
  }
  return (
    isRecord(value) &&
    Object.entries(value).some(([key, item]) =>
      typeof item === 'string'
        ? /query/i.test(key) && item.trim() !== ''
        : hasQuery(item, depth + 1),
    )
  );
}

function readWindow(slo: unknown): number | undefined {
  const [window] = list(field(slo, 'spec', 'timeWindow'));
  const match = /^([1-9]\d{0,3})([dwMQY])$/.exec(
    text(field(window, 'duration')),
  );
  const days = match && DAYS.get(match[2]);
  return match && days ? Number(match[1]) * days : undefined;
}

function indicatorOf(slo: unknown, indicators: ReadonlyMap<string, unknown>) {
  return (
    field(slo, 'spec', 'indicator') ??
    indicators.get(text(field(slo, 'spec', 'indicatorRef')))
  );
}

function readTarget(objective: unknown) {
  const percent = field(objective, 'targetPercent');
  return percent === undefined
    ? readRatio(field(objective, 'target'))
    : readPercent(percent);
}

function readSlo(
  slo: unknown,
  indicators: ReadonlyMap<string, unknown>,
): SpecResult<{ service: string; objectives: SpecObjective[] }> {
  const name = text(field(slo, 'metadata', 'name'));
  const service = text(field(slo, 'spec', 'service'));
  if (name === '' || service === '') {
    return {
      ok: false,
      problem: `An OpenSLO document of kind SLO needs a text in "metadata.name" and in "spec.service"; it has ${shown(
        field(slo, 'metadata', 'name'),
      )} and ${shown(field(slo, 'spec', 'service'))}.`,
    };
  }
  const windowDays = readWindow(slo);
  if (windowDays === undefined) {
    const [window] = list(field(slo, 'spec', 'timeWindow'));
    return {
      ok: false,
      problem: `The time window of SLO "${name}" is ${shown(
        field(window, 'duration'),
      )}, where a duration in days or weeks was expected (such as 28d).`,
    };
  }
  const indicator = indicatorOf(slo, indicators);
  const sli = indicatorIn([
    name,
    text(field(indicator, 'metadata', 'name')),
    text(field(slo, 'spec', 'indicatorRef')),
  ]);
  const written = list(field(slo, 'spec', 'objectives'));
  const objectives: SpecObjective[] = [];
  for (const [index, objective] of written.entries()) {
    const target = readTarget(objective);
    if (!target) {
      return {
        ok: false,
        problem: `The target of SLO "${name}" is ${shown(
          field(objective, 'target') ?? field(objective, 'targetPercent'),
        )}, where a ratio above 0 and below 1 with at most six decimals, or "targetPercent", was expected.`,
      };
    }
    objectives.push({
      name: written.length === 1 ? name : `${name}-${index + 1}`,
      ...(sli && { indicator: sli }),
      ...target,
      windowDays,
      hasQuery: hasQuery(indicator),
    });
  }
  return objectives.length === 0
    ? {
        ok: false,
        problem: `SLO "${name}" holds no objective in "spec.objectives".`,
      }
    : { ok: true, value: { service, objectives } };
}

/** Reads the `openslo/v1` documents of a file: one spec for each service, in the order of the file. */
export function readOpenSloSpecs(
  documents: readonly unknown[],
): SpecResult<SloSpec[]> {
  const ofKind = (kind: string) =>
    documents.filter(document => text(field(document, 'kind')) === kind);
  const indicators = new Map(
    ofKind('SLI').map(
      sli => [text(field(sli, 'metadata', 'name')), sli] as const,
    ),
  );
  const services = new Map<string, SpecObjective[]>();
  for (const document of ofKind('SLO')) {
    const slo = readSlo(document, indicators);
    if (!slo.ok) {
      return slo;
    }
    const { service, objectives } = slo.value;
    const known = services.get(service);
    if (known) {
      known.push(...objectives);
    } else {
      services.set(service, objectives);
    }
  }
  return {
    ok: true,
    value: [...services].map(([service, objectives]) => ({
      format: 'openslo/v1',
      service,
      objectives,
    })),
  };
}

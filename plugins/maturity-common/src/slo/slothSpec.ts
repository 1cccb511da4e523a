import { field, isRecord, list, text } from '../entity/fields';
import {
  indicatorIn,
  readPercent,
  shown,
  type SpecObjective,
  type SpecResult,
} from './specObjective';
import type { SloSpec } from './types';

/** The period of Sloth when nobody sets another: its files do not name one. */
const PERIOD_DAYS = 30;

function hasQuery(sli: unknown): boolean {
  const events =
    text(field(sli, 'events', 'error_query')) !== '' &&
    text(field(sli, 'events', 'total_query')) !== '';
  return (
    events ||
    text(field(sli, 'raw', 'error_ratio_query')) !== '' ||
    text(field(sli, 'plugin', 'id')) !== ''
  );
}

function readObjective(slo: unknown): SpecResult<SpecObjective> {
  const name = text(field(slo, 'name'));
  const written = field(slo, 'objective');
  const objective = readPercent(written);
  if (name === '') {
    return {
      ok: false,
      problem: `An objective has no name: ${shown(
        field(slo, 'name'),
      )} stands where a text was expected in "name".`,
    };
  }
  if (!objective) {
    return {
      ok: false,
      problem: `Objective "${name}" is ${shown(
        written,
      )}, where a percentage above 0 and below 100 with at most four decimals was expected.`,
    };
  }
  const labels = field(slo, 'labels');
  const indicator = indicatorIn([
    ...(isRecord(labels) ? Object.values(labels).map(text) : []),
    name,
  ]);
  return {
    ok: true,
    value: {
      name,
      ...(indicator && { indicator }),
      ...objective,
      windowDays: PERIOD_DAYS,
      hasQuery: hasQuery(field(slo, 'sli')),
    },
  };
}

/** Reads a Sloth document of version `prometheus/v1`. */
export function readSlothSpec(document: unknown): SpecResult<SloSpec> {
  const service = text(field(document, 'service'));
  if (service === '') {
    return {
      ok: false,
      problem: `The Sloth file names no service: ${shown(
        field(document, 'service'),
      )} stands where a text was expected in "service".`,
    };
  }
  const objectives: SpecObjective[] = [];
  for (const slo of list(field(document, 'slos'))) {
    const objective = readObjective(slo);
    if (!objective.ok) {
      return objective;
    }
    objectives.push(objective.value);
  }
  return objectives.length === 0
    ? {
        ok: false,
        problem: `The Sloth file of service "${service}" holds no objective in "slos".`,
      }
    : {
        ok: true,
        value: { format: 'sloth/prometheus/v1', service, objectives },
      };
}

import type { Entity } from '@backstage/catalog-model';
import {
  annotationProblem,
  type AnnotationProblem,
} from '@backstage-maturity/plugin-maturity-common';

// A warning is read by a person; a file may hold any number of wrong annotations.
const MOST_FAULTS = 20;
const LONGEST_VALUE = 100;

function quoted(text: string): string {
  const short =
    text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return JSON.stringify(short);
}

function sentence(key: string, fault: AnnotationProblem): string {
  const { problem, position, found, expected, repair } = fault;
  const instead =
    repair === undefined ? '' : ` Write ${quoted(repair)} instead.`;
  if (problem === 'unknown-key') {
    return `There is no annotation ${quoted(key)}; expected ${expected}.`;
  }
  const where =
    problem === 'malformed' && position > 0
      ? ` at character ${position + 1}`
      : '';
  return `The annotation ${key} holds ${quoted(
    found,
  )}${where}; expected ${expected}.${instead}`;
}

/** One sentence for each annotation that the checks cannot read, at most twenty of them. */
export function annotationFaults(entity: Entity): string[] {
  const annotations: unknown = entity.metadata.annotations ?? {};
  if (typeof annotations !== 'object' || annotations === null) return [];
  const faults = Object.entries(annotations).flatMap(([key, value]) => {
    const fault = annotationProblem(key, value);
    return fault ? [sentence(key, fault)] : [];
  });
  if (faults.length <= MOST_FAULTS) return faults;
  const rest = faults.length - MOST_FAULTS;
  return [
    ...faults.slice(0, MOST_FAULTS),
    `There are ${rest} more annotations that cannot be read.`,
  ];
}

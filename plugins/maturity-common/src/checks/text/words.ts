import type { Evidence, Status, Strength } from '../types';
import { safeText } from './safeText';

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  unknown: 'No evidence',
  'not-applicable': 'Does not apply',
  exempt: 'Exempt',
};

const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  observed: 'observed',
  graph: 'from the catalog graph',
  linked: 'linked',
  declared: 'declared',
};

/**
 * A status in words.
 *
 * @public
 */
export function statusText(status: Status): string {
  return STATUS_WORDS[status];
}

/**
 * The strength of evidence in words, to stand inside a sentence.
 *
 * @public
 */
export function strengthText(strength: Strength): string {
  return STRENGTH_WORDS[strength];
}

/**
 * A piece of evidence on one line, e.g. `maturity/ci: "jenkins" (declared)`.
 *
 * @public
 */
export function evidenceText(evidence: Evidence): string {
  const notes = [
    strengthText(evidence.strength),
    ...(evidence.supporting ? ['supporting'] : []),
    ...(evidence.from === null
      ? []
      : [`inherited from ${safeText(evidence.from)}`]),
  ];
  const source = safeText(evidence.source);
  const value = safeText(evidence.value, 200);
  return `${value === '' ? source : `${source}: "${value}"`} (${notes.join(
    ', ',
  )})`;
}

import type { ApplicabilityCode } from '../applicability';

/** What an applicability code means, to follow the words "It applies to". */
const APPLICABILITY_WORDS: Readonly<Record<ApplicabilityCode, string>> = {
  ALL: 'every component, in every lifecycle',
  CODE: 'production components that are not documentation',
  'CODE*':
    'components that are not documentation, experimental and deprecated ones included',
  RUN: 'production components that run',
  API: 'running production components whose type suggests an API (service, api, backend), unless `maturity/no-api` says otherwise',
  T123: 'running production components of tier 1, 2 or 3',
  T12: 'running production components of tier 1 or 2',
  T1: 'running production components of tier 1',
  'T12 or shared library':
    'running production components of tier 1 or 2, and libraries that at least two other teams use',
  REG: 'production components with a regulated tag or `maturity/compliance`, own or inherited',
  ML: 'machine learning components: type `ml-*` or `model`, tag `ml` or `mlops`',
  SLA: 'running production components of tier 1 or 2 with `maturity/sla`',
  'HAS-RESOURCES':
    'running production components that depend on at least one Resource',
};

/** Own keys that decide whether checks of a code apply. */
const APPLICABILITY_KEYS: Readonly<
  Record<ApplicabilityCode, readonly string[]>
> = {
  ALL: [],
  CODE: [],
  'CODE*': [],
  RUN: [],
  API: ['maturity/no-api'],
  T123: ['maturity/tier', 'maturity/sla'],
  T12: ['maturity/tier', 'maturity/sla'],
  T1: ['maturity/tier', 'maturity/sla'],
  'T12 or shared library': ['maturity/tier', 'maturity/sla'],
  REG: ['maturity/compliance'],
  ML: [],
  SLA: ['maturity/tier', 'maturity/sla'],
  'HAS-RESOURCES': [],
};

function isCode(applies: string): applies is ApplicabilityCode {
  return Object.hasOwn(APPLICABILITY_WORDS, applies);
}

/**
 * To what a check applies, in words; the predicate of an own check stands for itself.
 *
 * @public
 */
export function applicabilityText(applies: string): string {
  return isCode(applies) ? APPLICABILITY_WORDS[applies] : applies;
}

/** The own annotation keys that decide whether a check with this applicability applies. */
export function applicabilityKeys(applies: string): readonly string[] {
  return isCode(applies) ? APPLICABILITY_KEYS[applies] : [];
}

/**
 * Every applicability code with its meaning.
 *
 * @public
 */
export const APPLICABILITY_TEXTS: ReadonlyMap<string, string> = new Map(
  Object.entries(APPLICABILITY_WORDS),
);

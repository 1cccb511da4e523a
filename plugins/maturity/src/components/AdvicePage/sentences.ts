import {
  caveatText,
  type Definitions,
  RULE_SENTENCES,
  ruleEvidenceText,
} from '@backstage-maturity/plugin-maturity-common';
import { oneOf } from '../../filters';
import type { Text } from '../../hooks/useText';
import { figure, measureOf } from './measures';
import { modelTitle } from './modelTitle';
import { type Advice, type Evidence, MODELS } from './wire';

type Sentences = typeof RULE_SENTENCES;
type SentenceKey = {
  [Rule in keyof Sentences]: `${Rule}.${keyof Sentences[Rule] & string}`;
}[keyof Sentences];

const KEYS: ReadonlySet<string> = new Set(
  Object.entries(RULE_SENTENCES).flatMap(([rule, sentences]) =>
    Object.keys(sentences).map(measure => `${rule}.${measure}`),
  ),
);

function isSentenceKey(key: string): key is SentenceKey {
  return KEYS.has(key);
}

/** Why a rule fired, with its numbers. A rule that this frontend does not know yet is said as it came. */
export function ruleSentence(t: Text, evidence: Evidence): string {
  const { ruleId, value, threshold } = evidence;
  const measure = measureOf(evidence) ?? mainMeasure(ruleId);
  const key = `${ruleId}.${measure}`;
  if (!isSentenceKey(key)) return ruleEvidenceText({ ...evidence, measure });
  const unknown = t('advice.notYet.unknown');
  return t(`advice.sentence.${key}`, {
    value: figure(value, measureOf({ ...evidence, measure })) ?? unknown,
    threshold:
      figure(threshold, measureOf({ ...evidence, measure })) ?? unknown,
  });
}

function mainMeasure(ruleId: string): string | undefined {
  const known = new Map(Object.entries(RULE_SENTENCES)).get(ruleId);
  return known && Object.keys(known).at(0);
}

const isCaveat = oneOf([
  'fix-architecture-first',
  'developer-count-unknown',
  'stack-count-lower-bound',
] as const);

/** A caveat in one sentence. */
export function caveatSentence(t: Text, caveat: string): string {
  return isCaveat(caveat) ? t(`advice.caveat.${caveat}`) : caveatText(caveat);
}

/** The advice in one sentence. */
export function summarySentence(
  t: Text,
  options: { advice: Advice; definitions: Definitions },
): string {
  const { advice, definitions } = options;
  const { primary, verdicts, confidence } = advice;
  const model = MODELS.find(name => name === primary);
  const title = (name: (typeof MODELS)[number]) =>
    modelTitle(definitions, name);
  const parallel = MODELS.filter(
    name => name !== primary && verdicts[name].verdict === 'now',
  ).map(title);
  const next = MODELS.filter(name => verdicts[name].verdict === 'next').map(
    title,
  );
  let lead = leadOf(t, advice, model && title(model));
  // With a light start nothing else is queued or parallel.
  if (model && parallel.length > 0) {
    lead = t('advice.summary.parallel', { lead, tracks: joined(t, parallel) });
  }
  if (next.length > 0) {
    lead = t('advice.summary.next', { lead, tracks: joined(t, next) });
  }
  return t('advice.summary.whole', {
    lead,
    confidence: t(`advice.summary.confidence.${confidence}`),
  });
}

function leadOf(t: Text, { primary }: Advice, track = ''): string {
  switch (primary) {
    case 'devops':
    case 'sre':
    case 'platform':
      return t('advice.summary.primary.track', { track });
    case 'insufficient-data':
    case 'devops-light':
    case 'keep-exploring':
    case 'sustain':
      return t(`advice.summary.primary.${primary}`);
    default: {
      const never: never = primary;
      return never;
    }
  }
}

function joined(t: Text, names: readonly string[]): string {
  return names.reduce((first, second) =>
    t('advice.summary.and', { first, second }),
  );
}

import { chooseActions } from './actions/chooseActions';
import { confidenceOf, STACK_LOWER_BOUND } from './confidence';
import { RULES, type RuleReading, type AdviceRule, type RuleId } from './rules';
import { DEFAULT_THRESHOLDS } from './thresholds';
import type {
  Advice,
  AdviceTrack,
  RuleEvidence,
  SignalSources,
  Signals,
  Thresholds,
  TrackAdvice,
} from './types';
import { type Outcome, outcomeOf } from './verdicts';

const LISTED_ENTITIES = 10;

/** @public */
export interface AdviseOptions {
  thresholds?: Thresholds;
  /** What the signals were counted from; without it the advice names no entities. */
  sources?: SignalSources;
}

/**
 * Which of DevOps, SRE and Platform Engineering an organization needs next, why, and three next
 * actions. Same input, same output.
 *
 * @public
 */
export function advise(
  signals: Signals,
  { thresholds = DEFAULT_THRESHOLDS, sources }: AdviseOptions = {},
): Advice {
  const readings = new Map<RuleId, readonly RuleReading[]>();
  for (const rule of RULES) {
    const found = rule.fires(signals, thresholds);
    if (found.length > 0) {
      readings.set(rule.id, found);
    }
  }
  const outcome = outcomeOf({
    signals,
    thresholds,
    fired: new Set(readings.keys()),
  });
  const trackAdvice = (track: AdviceTrack) =>
    adviceOf({ track, outcome, readings, sources });
  return {
    primary: outcome.primary,
    orgStage: outcome.orgStage,
    confidence: confidenceOf(signals, sources?.coverage),
    verdicts: {
      devops: trackAdvice('devops'),
      sre: trackAdvice('sre'),
      platform: trackAdvice('platform'),
    },
    caveats: [...outcome.caveats, ...countingCaveats(outcome, sources)],
    nextActions: chooseActions({ outcome, signals, thresholds, sources }),
    inputs: signals,
    thresholds,
  };
}

/**
 * All rules that fired, in the order of the table, then PB1 and X1.
 *
 * @public
 */
export function triggersOf(advice: Advice): string[] {
  const fired = new Set(
    Object.values(advice.verdicts).flatMap(({ triggers, blockers }) => [
      ...triggers,
      ...blockers,
    ]),
  );
  return RULES.map(({ id }) => id).filter(id => fired.has(id));
}

function isJudged({ orgStage }: Outcome): boolean {
  return orgStage !== 'unknown' && orgStage !== 'exploring';
}

function countingCaveats(
  outcome: Outcome,
  sources: SignalSources | undefined,
): string[] {
  return isJudged(outcome) &&
    sources &&
    sources.coverage.stack < STACK_LOWER_BOUND
    ? ['stack-count-lower-bound']
    : [];
}

function adviceOf({
  track,
  outcome,
  readings,
  sources,
}: {
  track: AdviceTrack;
  outcome: Outcome;
  readings: ReadonlyMap<RuleId, readonly RuleReading[]>;
  sources: SignalSources | undefined;
}): TrackAdvice {
  const triggers = outcome.triggers[track];
  const blockers = outcome.blockers[track];
  const shown = new Set<RuleId>([...triggers, ...blockers]);
  if (track === 'sre' && outcome.caveats.includes('fix-architecture-first')) {
    shown.add('S5');
  }
  if (track === 'devops' && isJudged(outcome)) {
    shown.add('D5');
  }
  return {
    verdict: outcome.verdicts[track],
    triggers,
    blockers,
    evidence: RULES.filter(({ id }) => shown.has(id)).flatMap(rule =>
      (readings.get(rule.id) ?? []).map(reading =>
        evidenceOf({ rule, reading, sources }),
      ),
    ),
  };
}

function evidenceOf({
  rule,
  reading,
  sources,
}: {
  rule: AdviceRule;
  reading: RuleReading;
  sources: SignalSources | undefined;
}): RuleEvidence {
  const refs = sources?.refs[reading.measure];
  return {
    ruleId: rule.id,
    measure: reading.measure,
    value: reading.value,
    threshold: reading.threshold,
    origin: rule.origin,
    entityRefs: refs?.slice(0, LISTED_ENTITIES) ?? [],
    ...(refs && { count: refs.length }),
    claims: rule.claims,
  };
}

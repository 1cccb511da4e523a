import { measured } from './measured';
import { type AdviceRule, RULES, type RuleId, type RuleReading } from './rules';
import { DEFAULT_THRESHOLDS } from './thresholds';
import {
  type AdviceTrack,
  type Measure,
  MEASURES,
  type Signals,
  type Thresholds,
} from './types';

/**
 * What was counted on one UTC day.
 *
 * @public
 */
export interface DayOfSignals {
  /** `YYYY-MM-DD`. */
  day: string;
  /** True when other definitions are in force than on the day before. */
  newDefinitions: boolean;
  /** Absent where the signals were not counted. */
  signals?: Signals;
}

/**
 * A signal that passed the threshold of a rule.
 *
 * @public
 */
export interface ThresholdCrossing {
  /** The rule whose threshold it is. */
  ruleId: RuleId;
  /** The model that the rule is about. */
  track: AdviceTrack;
  /** Whether the threshold is stated in the article or chosen here. */
  origin: 'article' | 'ours';
  /** Numbers of the article's claims that the rule embodies. */
  claims: readonly number[];
  /** The signal that passed, or what is derived from several. */
  measure: Measure;
  /** Whether the rule holds since then; otherwise it has held until then. */
  holds: boolean;
  /** Value before; shares from 0 to 1. */
  from: number;
  /** Value after. */
  to: number;
  /** In the unit of the values; the rule says whether the threshold itself is on the one side or the other. */
  threshold: number;
  /** The last counted day with the value before, `YYYY-MM-DD` in UTC. */
  before: string;
  /** The first counted day with the value after. */
  day: string;
  /** True when other definitions came into force between the two, which may be the reason. */
  newDefinitions: boolean;
}

type Counted = DayOfSignals & { signals: Signals };

/**
 * The signals that have passed a threshold over some days, judged by the thresholds of today: of each
 * threshold the last time, newest first. Two days with services are needed; a day without any says nothing
 * about growth, and neither does a number that was not known before.
 *
 * @param days - oldest first
 * @public
 */
export function thresholdCrossings(
  days: readonly DayOfSignals[],
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): ThresholdCrossing[] {
  const counted = days.filter(isCounted);
  const found = RULES.flatMap(rule => {
    const readings = counted.map(({ signals }) =>
      rule.fires(signals, thresholds),
    );
    return MEASURES.flatMap(
      measure => crossingOf({ rule, measure, readings, counted, days }) ?? [],
    );
  });
  return found.sort((a, b) => compare(b.day, a.day));
}

function isCounted(day: DayOfSignals): day is Counted {
  return day.signals !== undefined && day.signals.services > 0;
}

function crossingOf(options: {
  rule: AdviceRule;
  measure: Measure;
  readings: readonly (readonly RuleReading[])[];
  counted: readonly Counted[];
  days: readonly DayOfSignals[];
}): ThresholdCrossing | undefined {
  const { rule, measure, readings, counted, days } = options;
  const found = readings.map(each =>
    each.find(reading => reading.measure === measure),
  );
  const holds = found.at(-1) !== undefined;
  const last = found.findLastIndex(
    reading => (reading !== undefined) !== holds,
  );
  const reading = found[holds ? last + 1 : last];
  if (last < 0 || !reading) {
    return undefined;
  }
  const [before, after] = [counted[last], counted[last + 1]];
  const from = measured(before.signals, measure);
  const to = measured(after.signals, measure);
  const { threshold } = reading;
  // A rule may rest on two numbers, of which only one has passed.
  if (from === null || to === null || isSameSide(from, to, threshold)) {
    return undefined;
  }
  const { id: ruleId, track, origin, claims } = rule;
  return {
    ruleId,
    track,
    origin,
    claims,
    measure,
    holds,
    from,
    to,
    threshold,
    before: before.day,
    day: after.day,
    newDefinitions: days.some(
      ({ day, newDefinitions }) =>
        newDefinitions && day > before.day && day <= after.day,
    ),
  };
}

function isSameSide(from: number, to: number, threshold: number): boolean {
  return Math.sign(from - threshold) === Math.sign(to - threshold);
}

function compare(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

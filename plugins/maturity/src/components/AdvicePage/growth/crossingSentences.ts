import type {
  Definitions,
  SnapshotList,
} from '@backstage-maturity/plugin-maturity-common';
import type { Text } from '../../../hooks/useText';
import { figure, measureOf } from '../measures';
import { modelTitle } from '../modelTitle';
import { ruleSentence } from '../sentences';

type Crossing = SnapshotList['crossings'][number];

/** What passed, from where to where, and when. */
export function crossedSentence(
  t: Text,
  options: { crossing: Crossing; dayText(day: string): string },
): string {
  const { crossing, dayText } = options;
  const { from, to, before, day } = crossing;
  const measure = measureOf(crossing);
  return t('advice.growth.moved', {
    measure: measure ? t(`advice.measure.${measure}`) : crossing.measure,
    from: figure(from, measure) ?? '',
    to: figure(to, measure) ?? '',
    before: dayText(before),
    day: dayText(day),
  });
}

/** What it means now: the rule in words, or that it is over. */
export function crossingMeaning(
  t: Text,
  options: { crossing: Crossing; definitions: Definitions },
): string {
  const { crossing, definitions } = options;
  const { ruleId, track, holds, to, ...rest } = crossing;
  if (holds) {
    return ruleSentence(t, { ...rest, ruleId, value: to, entityRefs: [] });
  }
  const title = modelTitle(definitions, track);
  switch (ruleId) {
    case 'PB1':
      return t('advice.growth.endedAgainst', { track: title });
    case 'G1':
      return t('advice.growth.endedExploring');
    case 'S5':
      return t('advice.growth.endedCaveat');
    default:
      return t('advice.growth.ended', { track: title });
  }
}

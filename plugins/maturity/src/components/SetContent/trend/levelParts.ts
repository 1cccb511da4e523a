import type { Text } from '../../../hooks/useText';
import type { TrendPart } from '../../trend';
import { levelName } from '../../visual';

/** The lowest level must still differ from the paper. */
const PALEST = 0.22;

/** The levels of a track from the highest down, as `levelTrend` counts them: the higher, the denser. */
export function levelParts(t: Text, levels: readonly string[]): TrendPart[] {
  const highest = levels.length;
  const earned = levels.map((_, index): TrendPart => {
    const level = highest - index;
    return {
      name: `level-${level}`,
      word: levelName(t, level, levels),
      fill: 'solid',
      density:
        highest === 1
          ? 1
          : PALEST + ((1 - PALEST) * (level - 1)) / (highest - 1),
    };
  });
  const none = levelName(t, 0, levels);
  return [...earned, { name: 'level-0', word: none, fill: 'empty' }];
}

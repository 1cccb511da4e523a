import { formatPercent } from '../objective';
import { readPercent, readRatio } from '../specObjective';
import type { Field } from './Field';

type Objective = { objective: string; objectivePpm: number };

function normalized(read: Objective | undefined): Objective | undefined {
  return (
    read && {
      // 99.90 and 99.9 are one objective and must be one value of a label.
      objective: formatPercent(read.objectivePpm),
      objectivePpm: read.objectivePpm,
    }
  );
}

/** An objective in percent. */
export function readPercentField(place: Field): Objective | undefined {
  return (
    normalized(readPercent(place.value)) ??
    place.refuse(
      'a percentage above 0 and below 100 with at most four decimals',
    )
  );
}

/** An objective as a ratio, such as 0.9995. */
export function readRatioField(place: Field): Objective | undefined {
  return (
    normalized(readRatio(place.value)) ??
    place.refuse('a ratio above 0 and below 1 with at most six decimals')
  );
}

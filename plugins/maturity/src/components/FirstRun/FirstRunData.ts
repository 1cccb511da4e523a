import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import type { Check } from '../../api';

/** What the guidance is made from: the overview has read both already. */
export interface FirstRunData {
  definitions: Definitions;
  organization: RollUpItem;
}

/** Services of the roll-up that do not pass a check. */
export interface OpenCounts {
  failing: number;
  unknown: number;
}

const NONE: OpenCounts = { failing: 0, unknown: 0 };

/** How many of the counted services fail a check, and for how many it is unknown. */
export function openCounts({
  organization,
}: FirstRunData): (check: Check) => OpenCounts {
  const open = new Map<string, OpenCounts>(
    organization.rollUp.leverage.map(fix => [fix.check, fix]),
  );
  return check => open.get(check.id) ?? NONE;
}

/** For how many services nothing is found that answers a check. */
export function missingFor(check: Check, open: OpenCounts): number {
  return check.absent === 'fail' ? open.failing + open.unknown : open.unknown;
}

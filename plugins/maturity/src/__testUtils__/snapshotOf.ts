import type { Snapshot } from '@backstage-maturity/plugin-maturity-common';

/** The counts of one day; what is not given is that of ten services, one of which explores. */
export function snapshotOf(
  day: string,
  changes: Partial<Snapshot> = {},
): Snapshot {
  return {
    day,
    definitionVersion: 'v',
    newDefinitions: false,
    total: 10,
    stages: { exploring: 1, starting: 4, devops: 3, sre: 2, platform: 0 },
    leaving: 0,
    tracks: {},
    checks: {},
    ...changes,
  };
}

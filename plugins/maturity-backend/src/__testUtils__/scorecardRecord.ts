import type { FullScorecardRecord } from '../database';

/** A stored scorecard for tests of the store: a production service that fails `failed` and passes `passed`. */
export function scorecardRecord(
  name: string,
  changes: Partial<FullScorecardRecord> = {},
): FullScorecardRecord {
  return {
    entityRef: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    title: name,
    description: null,
    type: 'service',
    lifecycle: 'production',
    tier: null,
    ownerRef: null,
    systemRef: null,
    stage: 'starting',
    target: 'platform',
    notes: [],
    tracks: {
      devops: {
        level: 1,
        achievable: 4,
        score: 50,
        coverage: 80,
        proven: 30,
        next: ['failed'],
      },
    },
    overall: 50,
    results: [
      { check: 'passed', status: 'pass', reason: 'linked', evidence: [] },
      { check: 'failed', status: 'fail', reason: 'missing', evidence: [] },
    ],
    definitionVersion: 'v1',
    evaluatedAt: 1_795_000_000_000,
    ...changes,
  };
}

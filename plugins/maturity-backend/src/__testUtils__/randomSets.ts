import type {
  Lifecycle,
  Stage,
  Status,
  Tier,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';
import fc from 'fast-check';
import type { FullScorecardRecord, ScopeWithMembers } from '../database';

/** Scorecards, the scopes that hold them, and the references that a caller may see. */
export interface RandomSets {
  records: FullScorecardRecord[];
  scopes: ScopeWithMembers[];
  visible: Set<string>;
}

const KINDS = ['group', 'user', 'system', 'domain'] as const;
const SCOPES = KINDS.flatMap(kind =>
  [0, 1, 2].map(number => ({ kind, ref: `${kind}:default/${kind}-${number}` })),
);
const NAMES = Array.from({ length: 12 }, (_, number) => `c${number}`);

const percent = fc.integer({ min: 0, max: 100 });
const track: fc.Arbitrary<TrackScore> = fc
  .option(
    fc.record({
      achievable: fc.integer({ min: 1, max: 4 }),
      level: fc.integer({ min: 0, max: 4 }),
      score: percent,
      coverage: percent,
      proven: fc.option(percent),
    }),
  )
  .map(figures => {
    const none = { level: null, achievable: null, score: null };
    if (!figures) return { ...none, coverage: null, proven: null, next: [] };
    const level = Math.min(figures.level, figures.achievable);
    return { ...figures, level, next: [] };
  });

function recordOf(
  name: string,
  options: { tracks: readonly string[]; checks: readonly string[] },
): fc.Arbitrary<FullScorecardRecord> {
  const { tracks, checks } = options;
  const status = fc.constantFrom<Status>(
    'pass',
    'fail',
    'fail',
    'unknown',
    'not-applicable',
    'exempt',
  );
  return fc
    .record({
      type: fc.constantFrom('service', 'website'),
      lifecycle: fc.constantFrom<Lifecycle>(
        'production',
        'production',
        'experimental',
        'deprecated',
      ),
      tier: fc.option(fc.constantFrom<Tier>(1, 2, 3, 4)),
      stage: fc.option(
        fc.constantFrom<Stage>('exploring', 'starting', 'devops', 'sre'),
      ),
      scores: fc.array(track, {
        minLength: tracks.length,
        maxLength: tracks.length,
      }),
      statuses: fc.array(status, {
        minLength: checks.length,
        maxLength: checks.length,
      }),
      // A scorecard of other definitions holds fewer results, and in another order.
      earlier: fc.boolean(),
    })
    .map(({ scores, statuses, earlier, ...fields }) => {
      const results = checks.map((check, at) => ({
        check,
        status: statuses[at],
        reason: 'any',
        evidence: [],
      }));
      return {
        ...fields,
        entityRef: `component:default/${name}`,
        kind: 'component',
        namespace: 'default',
        name,
        title: name,
        description: null,
        ownerRef: null,
        systemRef: null,
        target: null,
        notes: [],
        tracks: Object.fromEntries(tracks.map((id, at) => [id, scores[at]])),
        overall: null,
        results: earlier ? results.slice(5).reverse() : results,
        definitionVersion: earlier ? 'earlier' : 'now',
        evaluatedAt: 1_795_000_000_000,
      };
    });
}

/** Random sets; `tracks` and `checks` are those of the definitions in force. */
export function randomSets(definitions: {
  tracks: readonly string[];
  checks: readonly string[];
}): fc.Arbitrary<RandomSets> {
  const refs = NAMES.map(name => `component:default/${name}`);
  return fc.record({
    records: fc
      .subarray(NAMES)
      .chain(names =>
        fc.tuple(...names.map(name => recordOf(name, definitions))),
      ),
    scopes: fc.subarray(SCOPES).chain(chosen =>
      fc.tuple(
        ...chosen.map(({ kind, ref }) =>
          fc.record({
            entityRef: fc.constant(ref),
            kind: fc.constant(kind),
            title: fc.constantFrom('One', 'Two'),
            parentRef: fc.option(
              fc.constantFrom(...SCOPES.map(scope => scope.ref)),
            ),
            // Members without a scorecard are what a removal leaves for a moment.
            members: fc.subarray(refs),
          }),
        ),
      ),
    ),
    visible: fc
      .subarray([...refs, ...SCOPES.map(scope => scope.ref)])
      .map(list => new Set(list)),
  });
}

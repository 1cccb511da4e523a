import { hash } from 'node:crypto';
import type {
  Lifecycle,
  RollUpMember,
  Stage,
  Status,
  Tier,
  TrackScore,
} from '@backstage-maturity/plugin-maturity-common';

// A roll-up over everything reads something of every scorecard. Out of the tables of tracks and results
// that is a join of dozens of rows for each, so each scorecard holds it as a short list as well, with
// tracks and checks as numbers. What the numbers mean is known by a key, which a row bears beside it.

const LIFECYCLES = ['production', 'experimental', 'deprecated'] as const;
const STAGES = ['exploring', 'starting', 'devops', 'sre', 'platform'] as const;

/**
 * Lifecycle, tier and stage; level, achievable, score, coverage and proven of each track; the number of
 * failed checks, and the failed and then the unknown checks. -1 stands for null. One flat list is read
 * several times as fast as lists in it.
 */
export type PackedMember = readonly number[];

/** A key of the given order of tracks and checks. */
export function packKey(
  tracks: readonly string[],
  checks: readonly string[],
): string {
  const text = `${tracks.join('\n')}\n\n${checks.join('\n')}`;
  return hash('sha1', text, 'base64url');
}

let last: { tracks: string[]; checks: string[]; key: string } | undefined;

// All scorecards of a sweep have the same tracks and checks.
function keyOf(
  tracks: readonly string[],
  results: readonly { check: string }[],
): string {
  if (
    last &&
    last.tracks.length === tracks.length &&
    last.checks.length === results.length &&
    tracks.every((track, at) => track === last?.tracks[at]) &&
    results.every(({ check }, at) => check === last?.checks[at])
  ) {
    return last.key;
  }
  const checks = results.map(({ check }) => check);
  last = { tracks: [...tracks], checks, key: packKey(tracks, checks) };
  return last.key;
}

const NULL = -1;

function figuresOf(track: TrackScore): number[] {
  const { level, achievable, score, coverage, proven } = track;
  return [level, achievable, score, coverage, proven].map(
    figure => figure ?? NULL,
  );
}

/** What is stored of a scorecard for roll-ups. */
export function packMember(record: {
  lifecycle: Lifecycle;
  tier: Tier | null;
  stage: Stage | null;
  tracks: Readonly<Record<string, TrackScore>>;
  results: readonly { check: string; status: Status }[];
}): { text: string; key: string } {
  const { lifecycle, tier, stage, tracks, results } = record;
  const failed: number[] = [];
  const unknown: number[] = [];
  results.forEach(({ status }, number) => {
    if (status === 'fail') failed.push(number);
    else if (status === 'unknown') unknown.push(number);
  });
  const packed: PackedMember = [
    LIFECYCLES.indexOf(lifecycle),
    // A missing tier weighs as little as tier 4: nobody said that the service matters more.
    tier ?? 4,
    stage === null ? NULL : STAGES.indexOf(stage),
    ...Object.values(tracks).flatMap(figuresOf),
    failed.length,
    ...failed,
    ...unknown,
  ];
  return {
    text: JSON.stringify(packed),
    key: keyOf(Object.keys(tracks), results),
  };
}

/** What a roll-up needs of a member, without its name. */
export type UnnamedMember = Omit<RollUpMember, 'entityRef'>;

const TIERS: readonly Tier[] = [1, 2, 3, 4];
const NOTHING: readonly string[] = [];

const orNull = (figure: number) => (figure === NULL ? null : figure);

/** Reads what `packMember` wrote with the same tracks and checks. */
export function memberUnpacker(
  tracks: readonly string[],
  checks: readonly string[],
): (packed: PackedMember) => UnnamedMember {
  // Shared by all members, which saves making ten small objects for each of them.
  const failed = checks.map(check => ({ check, status: 'fail' as const }));
  const unknown = checks.map(check => ({ check, status: 'unknown' as const }));
  return packed => {
    const scores: Record<string, TrackScore> = {};
    let at = 3;
    for (const track of tracks) {
      scores[track] = {
        level: orNull(packed[at]),
        achievable: orNull(packed[at + 1]),
        score: orNull(packed[at + 2]),
        coverage: orNull(packed[at + 3]),
        proven: orNull(packed[at + 4]),
        next: NOTHING,
      };
      at += 5;
    }
    const firstFailed = at + 1;
    const firstUnknown = firstFailed + packed[at];
    const open: RollUpMember['open'][number][] = [];
    for (at = firstFailed; at < firstUnknown; at++) {
      open.push(failed[packed[at]]);
    }
    for (; at < packed.length; at++) open.push(unknown[packed[at]]);
    return {
      lifecycle: LIFECYCLES[packed[0]],
      tier: TIERS[packed[1] - 1],
      stage: packed[2] === NULL ? null : STAGES[packed[2]],
      tracks: scores,
      open,
    };
  };
}

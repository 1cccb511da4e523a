import fc from 'fast-check';
import type { Lifecycle, Tier } from '../entity/types';
import { smallDefinitions } from './fixtures/definitions';
import { rollUp } from './rollUp';
import { RollUpSum } from './RollUpSum';
import type { RollUpMember, TrackScore } from './types';

const definitions = smallDefinitions([
  { id: 'ci', level: 1, weight: 5 },
  { id: 'tests', level: 2, weight: 4 },
  { id: 'review', level: 3, weight: 4 },
  { id: 'pager', track: 'sre', level: 1, weight: 5 },
]);

function track(
  level: number | null,
  achievable: number | null = 4,
  score = 50,
): TrackScore {
  return level === null
    ? {
        level: null,
        achievable: null,
        score: null,
        coverage: null,
        proven: null,
        next: [],
      }
    : { level, achievable, score, coverage: 80, proven: null, next: [] };
}

let counter = 0;
function member(fields: {
  devops: TrackScore;
  lifecycle?: Lifecycle;
  tier?: Tier;
  open?: RollUpMember['open'];
  stage?: RollUpMember['stage'];
}): RollUpMember {
  counter++;
  return {
    entityRef: `component:default/c${counter}`,
    lifecycle: fields.lifecycle ?? 'production',
    tier: fields.tier ?? 2,
    stage: fields.stage ?? 'starting',
    tracks: { devops: fields.devops, sre: track(null) },
    open: fields.open ?? [],
  };
}

function levelOf(members: RollUpMember[], share?: number) {
  return rollUp(members, { definitions, share })?.tracks.devops.level;
}

describe('rollUp', () => {
  it('has no data for an empty scope', () => {
    expect(rollUp([], { definitions })).toBeNull();
  });

  it('does not let one straggler sink ten', () => {
    const nine = Array.from({ length: 9 }, () => member({ devops: track(3) }));
    expect(levelOf([...nine, member({ devops: track(0) })])).toBe(3);
  });

  it('does not let an average hide many', () => {
    const seven = Array.from({ length: 7 }, () => member({ devops: track(4) }));
    const three = Array.from({ length: 3 }, () => member({ devops: track(0) }));
    expect(levelOf([...seven, ...three])).toBe(0);
  });

  it('takes exactly the share as enough, whatever floating point makes of it', () => {
    const set = (reached: number, of: number) =>
      Array.from({ length: of }, (_, i) =>
        member({ devops: track(i < reached ? 1 : 0) }),
      );
    expect(levelOf(set(4, 5))).toBe(1);
    expect(levelOf(set(11, 20), 0.55)).toBe(1);
    expect(levelOf(set(10, 20), 0.55)).toBe(0);
    expect(levelOf(set(0, 3), 0)).toBe(0);
  });

  it('does not let tier 4 services lift a set to a level that they were never asked for', () => {
    const jobs = Array.from({ length: 9 }, () =>
      member({ devops: track(1, 1), tier: 4 }),
    );
    expect(levelOf(jobs)).toBe(1);
    expect(levelOf([...jobs, member({ devops: track(1, 4) })])).toBe(1);
    expect(levelOf([...jobs, member({ devops: track(3, 4) })])).toBe(3);
  });

  it('gives a track null that applies to no counted member', () => {
    const result = rollUp([member({ devops: track(1) })], { definitions });
    expect(result?.tracks.sre).toEqual({
      level: null,
      minimum: null,
      histogram: [0, 0, 0, 0, 0],
      notApplicable: 1,
      score: null,
      coverage: null,
      proven: null,
    });
  });

  it('counts experimental and deprecated members and leaves them out of levels', () => {
    const result = rollUp(
      [
        member({ devops: track(2, 4, 70), stage: 'devops' }),
        member({
          devops: track(0, 1, 0),
          lifecycle: 'experimental',
          stage: 'exploring',
          open: [{ check: 'ci', status: 'fail' }],
        }),
        {
          ...member({ devops: track(0, 1, 0), lifecycle: 'deprecated' }),
          stage: null,
        },
      ],
      { definitions },
    );
    expect(result).toMatchObject({
      total: 3,
      counted: 1,
      experimental: 1,
      deprecated: 1,
      stages: { exploring: 1, starting: 0, devops: 1, sre: 0, platform: 0 },
      gain: 0,
      leverage: [],
    });
    expect(result?.tracks.devops).toEqual({
      level: 2,
      minimum: null,
      histogram: [0, 0, 1, 0, 0],
      notApplicable: 0,
      score: 70,
      coverage: 80,
      proven: null,
    });
  });

  it('weighs means by tier and floors them', () => {
    const result = rollUp(
      [
        member({ devops: track(1, 4, 100), tier: 1 }),
        member({ devops: track(1, 4, 50), tier: 2 }),
        member({ devops: track(1, 4, 25), tier: 3 }),
        member({ devops: track(1, 4, 0), tier: 4 }),
      ],
      { definitions },
    );
    // (4 x 100 + 3 x 50 + 2 x 25 + 1 x 0) / 10
    expect(result?.tracks.devops.score).toBe(60);
    const two = rollUp(
      [
        member({ devops: track(1, 4, 100), tier: 3 }),
        member({ devops: track(1, 4, 0), tier: 4 }),
      ],
      { definitions },
    );
    expect(two?.tracks.devops.score).toBe(66);
  });

  it('weighs what is proven over the members that pass something', () => {
    const proven = (tier: Tier, value: number | null) =>
      member({ devops: { ...track(1), proven: value }, tier });
    const of = (...members: RollUpMember[]) =>
      rollUp(members, { definitions })?.tracks.devops.proven;
    // (4 x 100 + 1 x 33) / 5; who passes nothing does not count.
    expect(of(proven(1, 100), proven(4, 33), proven(2, null))).toBe(86);
    expect(of(proven(2, null))).toBeNull();
  });

  it('gives the minimum only where it is asked for and a tier 1 component is in it', () => {
    const plain = [member({ devops: track(3) }), member({ devops: track(1) })];
    const critical = [...plain, member({ devops: track(4), tier: 1 })];
    const minimum = (members: RollUpMember[], withMinimum: boolean) =>
      rollUp(members, { definitions, withMinimum })?.tracks.devops.minimum;
    expect(minimum(plain, true)).toBeNull();
    expect(minimum(critical, true)).toBe(1);
    expect(minimum(critical, false)).toBeNull();
  });

  it('orders leverage by check weight x tier weight over failing members', () => {
    const result = rollUp(
      [
        member({
          devops: track(0),
          tier: 1,
          open: [
            { check: 'tests', status: 'fail' },
            { check: 'ci', status: 'unknown' },
            { check: 'constructor', status: 'fail' },
          ],
        }),
        member({
          devops: track(0),
          tier: 4,
          open: [
            { check: 'review', status: 'fail' },
            { check: 'tests', status: 'fail' },
            { check: 'pager', status: 'fail' },
          ],
        }),
      ],
      { definitions },
    );
    expect(result?.gain).toBe(29);
    expect(result?.leverage).toEqual([
      { check: 'tests', track: 'devops', failing: 2, unknown: 0, gain: 20 },
      { check: 'pager', track: 'sre', failing: 1, unknown: 0, gain: 5 },
      { check: 'review', track: 'devops', failing: 1, unknown: 0, gain: 4 },
      { check: 'ci', track: 'devops', failing: 0, unknown: 1, gain: 0 },
    ]);
  });

  const anyMember: fc.Arbitrary<RollUpMember> = fc
    .record({
      entityRef: fc.stringMatching(/^component:default\/[a-z]{1,6}$/),
      lifecycle: fc.constantFrom<Lifecycle>(
        'production',
        'experimental',
        'deprecated',
      ),
      tier: fc.constantFrom<Tier>(1, 2, 3, 4),
      achievable: fc.option(fc.integer({ min: 1, max: 4 })),
      level: fc.integer({ min: 0, max: 4 }),
      score: fc.integer({ min: 0, max: 100 }),
      open: fc.array(
        fc.record({
          check: fc.constantFrom('ci', 'tests', 'review', 'pager', '__proto__'),
          status: fc.constantFrom('fail' as const, 'unknown' as const),
        }),
        { maxLength: 4 },
      ),
    })
    .map(({ achievable, level, score, ...rest }) => ({
      ...rest,
      stage: 'starting',
      tracks: {
        devops:
          achievable === null
            ? track(null)
            : track(Math.min(level, achievable), achievable, score),
      },
    }));

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(fc.array(anyMember), members => {
        expect(rollUp([...members].reverse(), { definitions })).toEqual(
          rollUp(members, { definitions }),
        );
      }),
    );
  });

  it('is the same of a set and of its parts put together', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyMember)), parts => {
        const whole = new RollUpSum(definitions);
        for (const part of parts) {
          const sum = new RollUpSum(definitions);
          for (const one of part) sum.add(one);
          whole.merge(sum);
        }
        const options = { withMinimum: true };
        expect(whole.total ? whole.result(options) : null).toEqual(
          rollUp(parts.flat(), { definitions, ...options }),
        );
      }),
    );
  });

  it('never loses a level when a member gains one', () => {
    fc.assert(
      fc.property(
        fc.array(anyMember, { minLength: 1 }),
        fc.nat(),
        (all, at) => {
          const index = at % all.length;
          const lifted = all.map((one, i) => {
            const { level, achievable } = one.tracks.devops;
            return i !== index || level === null || achievable === null
              ? one
              : {
                  ...one,
                  tracks: {
                    devops: track(Math.min(level + 1, achievable), achievable),
                  },
                };
          });
          expect(levelOf(lifted) ?? -1).toBeGreaterThanOrEqual(
            levelOf(all) ?? -1,
          );
        },
      ),
    );
  });
});

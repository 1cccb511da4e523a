import fc from 'fast-check';
import { z } from 'zod';
import ladderVectors from './fixtures/ladder.json';
import type { LadderItem } from './Ladder';
import { scoreTrack } from './scoreTrack';

const STATUSES = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'exempt',
] as const;
const STRENGTHS = ['observed', 'graph', 'linked', 'declared'] as const;

const cases = z
  .array(
    z.object({
      name: z.string(),
      checks: z.array(
        z.object({
          level: z.number(),
          weight: z.number(),
          status: z.enum(STATUSES),
        }),
      ),
      expected: z.object({
        level: z.number().nullable(),
        achievable: z.number().nullable(),
        score: z.number().nullable(),
        coverage: z.number().nullable(),
      }),
    }),
  )
  .parse(ladderVectors);

const item: fc.Arbitrary<LadderItem> = fc.record(
  {
    check: fc.stringMatching(/^[a-z]{1,8}$/),
    level: fc.integer({ min: 1, max: 4 }),
    weight: fc.integer({ min: 1, max: 100 }),
    status: fc.constantFrom(...STATUSES),
    strength: fc.constantFrom(...STRENGTHS),
  },
  { requiredKeys: ['check', 'level', 'weight', 'status'] },
);

describe('scoreTrack', () => {
  it('has all ten worked vectors', () => {
    expect(cases).toHaveLength(10);
  });

  it.each(cases)(
    'gives the worked figures of $name',
    ({ checks, expected }) => {
      const { level, achievable, score, coverage } = scoreTrack(
        checks.map((check, index) => ({ ...check, check: `check-${index}` })),
      );
      expect({ level, achievable, score, coverage }).toEqual(expected);
    },
  );

  it('lists what blocks the lowest unfinished level, heaviest first, fails before unknowns', () => {
    const { next } = scoreTrack([
      { check: 'done', level: 1, weight: 5, status: 'pass' },
      { check: 'light-fail', level: 2, weight: 2, status: 'fail' },
      { check: 'heavy-unknown', level: 2, weight: 5, status: 'unknown' },
      { check: 'first-fail', level: 2, weight: 4, status: 'fail' },
      { check: 'unknown', level: 2, weight: 4, status: 'unknown' },
      { check: 'second-fail', level: 2, weight: 4, status: 'fail' },
      { check: 'higher', level: 3, weight: 9, status: 'fail' },
    ]);
    expect(next).toEqual([
      'heavy-unknown',
      'first-fail',
      'second-fail',
      'unknown',
      'light-fail',
    ]);
  });

  it('proves what rests on more than a claim', () => {
    const { proven } = scoreTrack([
      { check: 'a', level: 1, weight: 3, status: 'pass', strength: 'observed' },
      { check: 'b', level: 1, weight: 2, status: 'pass', strength: 'graph' },
      { check: 'c', level: 1, weight: 1, status: 'pass', strength: 'linked' },
      { check: 'd', level: 1, weight: 2, status: 'pass', strength: 'declared' },
      { check: 'e', level: 1, weight: 1, status: 'pass' },
      { check: 'f', level: 1, weight: 9, status: 'fail', strength: 'observed' },
    ]);
    expect(proven).toBe(66);
  });

  it('proves nothing where nothing passes', () => {
    expect(
      scoreTrack([{ check: 'a', level: 1, weight: 3, status: 'fail' }]).proven,
    ).toBeNull();
  });

  it('never lowers a level or a score when a fail or an unknown turns into a pass', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), fc.nat(), (items, at) => {
        const index = at % items.length;
        fc.pre(['fail', 'unknown'].includes(items[index].status));
        const before = scoreTrack(items);
        const after = scoreTrack(
          items.map((it, i) => (i === index ? { ...it, status: 'pass' } : it)),
        );
        expect(after.level).toBeGreaterThanOrEqual(before.level ?? 0);
        expect(after.score).toBeGreaterThanOrEqual(before.score ?? 0);
        expect(after.coverage).toBeGreaterThanOrEqual(before.coverage ?? 0);
        expect(after.achievable).toBe(before.achievable);
      }),
    );
  });

  it('reaches 100 only when everything passed, and then the top', () => {
    fc.assert(
      fc.property(fc.array(item), items => {
        const { level, achievable, score, next } = scoreTrack(items);
        const open = items.some(({ status }) =>
          ['fail', 'unknown'].includes(status),
        );
        expect(score === 100).toBe(!open && level !== null);
        expect(next.length > 0).toBe(open);
        expect(level === achievable).toBe(!open);
      }),
    );
  });

  it('does not depend on the order of the checks, apart from ties in what comes next', () => {
    fc.assert(
      fc.property(fc.array(item), items => {
        const { next, ...figures } = scoreTrack(items);
        const { next: turned, ...same } = scoreTrack([...items].reverse());
        expect(same).toEqual(figures);
        expect([...turned].sort()).toEqual([...next].sort());
      }),
    );
  });
});

import fc from 'fast-check';
import type { Status } from '../checks/types';
import type { Lifecycle } from '../entity/types';
import { cheapestTeamPath, type TeamPathMember } from './cheapestTeamPath';
import { resultsOf, smallDefinitions } from './fixtures/definitions';
import { laddersOf } from './ladders';
import { nextLevelPath, nextLevelPaths } from './nextLevelPath';
import { setLevel } from './setLevel';

const definitions = smallDefinitions([
  { id: 'ci', level: 1, weight: 5 },
  { id: 'tests', level: 2, weight: 4 },
  { id: 'logs', level: 2, weight: 2 },
  { id: 'review', level: 3, weight: 3 },
  { id: 'pager', track: 'sre', level: 1, weight: 5 },
]);

function member(
  name: string,
  statuses: Readonly<Record<string, Status>>,
  lifecycle: Lifecycle = 'production',
): TeamPathMember {
  return {
    lifecycle,
    card: {
      entityRef: `component:default/${name}`,
      results: resultsOf(definitions, statuses),
    },
  };
}

describe('nextLevelPath', () => {
  it('names the open checks of the lowest unfinished level and their weight', () => {
    const { card } = member('a', {
      tests: 'unknown',
      logs: 'fail',
      review: 'fail',
    });
    expect(nextLevelPath(card, 'devops', definitions)).toEqual({
      track: 'devops',
      from: 1,
      to: 2,
      checks: ['tests', 'logs'],
      weight: 6,
    });
  });

  it('passes through levels where nothing applies', () => {
    const { card } = member('a', {
      tests: 'not-applicable',
      logs: 'exempt',
      review: 'fail',
    });
    expect(nextLevelPath(card, 'devops', definitions)).toMatchObject({
      from: 1,
      to: 3,
      checks: ['review'],
    });
  });

  it('has nothing for a finished track, one that does not apply, and one that does not exist', () => {
    const { card } = member('a', { pager: 'not-applicable' });
    expect(nextLevelPath(card, 'devops', definitions)).toBeNull();
    expect(nextLevelPath(card, 'sre', definitions)).toBeNull();
    expect(nextLevelPath(card, 'constructor', definitions)).toBeNull();
  });
});

describe('nextLevelPaths', () => {
  it('lists every unfinished track in track order', () => {
    const { card } = member('a', { review: 'fail', pager: 'fail' });
    expect(
      nextLevelPaths(card, definitions).map(({ track, to }) => [track, to]),
    ).toEqual([
      ['devops', 3],
      ['sre', 1],
    ]);
  });
});

describe('cheapestTeamPath', () => {
  it('lifts the cheapest members, and only as many as the share needs', () => {
    const path = cheapestTeamPath(
      [
        member('far', { ci: 'fail', tests: 'fail' }),
        member('near', { logs: 'fail' }),
        member('also-near', { logs: 'unknown' }),
        member('done', {}),
        member('middle', { tests: 'fail' }),
        member('trial', { logs: 'fail' }, 'experimental'),
      ],
      { track: 'devops', definitions },
    );
    expect(path).toEqual({
      track: 'devops',
      from: 1,
      to: 2,
      members: [
        {
          entityRef: 'component:default/also-near',
          checks: ['logs'],
          weight: 2,
        },
        { entityRef: 'component:default/near', checks: ['logs'], weight: 2 },
        {
          entityRef: 'component:default/middle',
          checks: ['tests'],
          weight: 4,
        },
      ],
      checks: [
        {
          check: 'logs',
          entityRefs: ['component:default/also-near', 'component:default/near'],
        },
        { check: 'tests', entityRefs: ['component:default/middle'] },
      ],
      weight: 8,
    });
  });

  it('asks a member whose level is empty for the level above it', () => {
    const path = cheapestTeamPath(
      [
        member('gap', {
          tests: 'not-applicable',
          logs: 'not-applicable',
          review: 'fail',
        }),
      ],
      { track: 'devops', definitions },
    );
    expect(path).toMatchObject({ from: 1, to: 2, weight: 3 });
  });

  it('has nothing when no member is asked for more, and nothing for an unknown track', () => {
    expect(
      cheapestTeamPath([member('done', {})], { track: 'devops', definitions }),
    ).toBeNull();
    expect(cheapestTeamPath([], { track: 'devops', definitions })).toBeNull();
    expect(
      cheapestTeamPath([member('a', {})], { track: 'toString', definitions }),
    ).toBeNull();
  });

  const anyStatus = fc.constantFrom<Status>(
    'pass',
    'fail',
    'unknown',
    'not-applicable',
    'exempt',
  );
  const anyMembers = fc
    .array(
      fc.record({
        ci: anyStatus,
        tests: anyStatus,
        logs: anyStatus,
        review: anyStatus,
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map(list => list.map((statuses, i) => member(`m${i}`, statuses)));

  function levelWith(
    members: readonly TeamPathMember[],
    passed: (entityRef: string, check: string) => boolean,
  ): number {
    const shares = [1, 2, 3].map(k => {
      const ladders = members.map(({ card }) =>
        laddersOf(
          card.results.map(result =>
            passed(card.entityRef, result.check) &&
            (result.status === 'fail' || result.status === 'unknown')
              ? { ...result, status: 'pass' }
              : result,
          ),
          definitions,
        )
          .byTrack.get('devops')
          ?.score(),
      );
      const able = ladders.filter(score => (score?.achievable ?? 0) >= k);
      const reached = able.filter(score => (score?.level ?? 0) >= k);
      return { able: able.length, reached: reached.length };
    });
    return setLevel([{ able: 0, reached: 0 }, ...shares], 0.8);
  }

  it('finds nothing only where no work at all would lift the set', () => {
    fc.assert(
      fc.property(anyMembers, members => {
        const path = cheapestTeamPath(members, {
          track: 'devops',
          definitions,
        });
        const now = levelWith(members, () => false);
        const best = levelWith(members, () => true);
        expect(path === null).toBe(best === now);
      }),
    );
  });

  it('really lifts the set, and no smaller part of its work does', () => {
    fc.assert(
      fc.property(anyMembers, members => {
        const path = cheapestTeamPath(members, {
          track: 'devops',
          definitions,
        });
        const now = levelWith(members, () => false);
        fc.pre(path !== null);
        const work = path.members.flatMap(({ entityRef, checks }) =>
          checks.map(check => `${entityRef} ${check}`),
        );
        const level = (todo: readonly string[]) =>
          levelWith(members, (ref, check) => todo.includes(`${ref} ${check}`));
        expect(path.from).toBe(now);
        expect(level(work)).toBeGreaterThanOrEqual(path.to);
        for (const left of work) {
          expect(level(work.filter(item => item !== left))).toBe(now);
        }
      }),
    );
  });
});

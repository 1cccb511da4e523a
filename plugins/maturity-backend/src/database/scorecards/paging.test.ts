import fc from 'fast-check';
import type { Knex } from 'knex';
import { scorecardRecord } from '../../__testUtils__/scorecardRecord';
import { ENGINES, TestDatabases } from '../../__testUtils__/TestDatabases';
import { migrationsFolder } from '../migrate';
import type { FullScorecardRecord } from '../records';
import { toScorecardRows } from '../rows';
import { listScorecards } from './listScorecards';
import type { Cursor, Sort } from './query';
import { removeScorecards } from './removeScorecards';
import { writeScorecards } from './writeScorecards';

jest.setTimeout(240_000);

const databases = TestDatabases.create();
const TITLES = ['a', 'b', 'B', 'ä', 'same', 'z'];
const START = 1_795_000_000_000;

const SORTS: readonly Sort[] = [
  { field: 'name', descending: false },
  { field: 'name', descending: true },
  { field: 'tier', descending: false },
  { field: 'overall', descending: true },
  { field: 'owner', descending: false },
  { field: 'evaluated', descending: true },
  { field: 'score', track: 'devops', descending: true },
];

/** What happens to the rows between two pages: numbers below 20 are moved or added, others removed. */
interface Change {
  number: number;
  title: string;
  tier: 1 | 4 | null;
}

function moving({ number, title, tier }: Change): FullScorecardRecord {
  return scorecardRecord(`moving-${number}`, {
    title,
    tier,
    overall: tier,
    ownerRef: tier === null ? null : `group:default/${title}`,
    evaluatedAt: START + number,
  });
}

const staying = Array.from({ length: 25 }, (_, at) => {
  const title = TITLES[at % TITLES.length];
  const tier = at % 3 === 0 ? null : 1;
  return scorecardRecord(`staying-${at}`, {
    title,
    tier,
    overall: at % 4 === 0 ? null : at / 3,
    ownerRef: at % 5 === 0 ? null : `group:default/${title}`,
    evaluatedAt: START + at * 1_000,
  });
});
const stayingRefs = staying.map(({ entityRef }) => entityRef).sort();

const change: fc.Arbitrary<Change> = fc.record({
  number: fc.nat(30),
  title: fc.constantFrom(...TITLES),
  tier: fc.constantFrom(1, 4, null),
});
const walks = fc.record({
  sort: fc.constantFrom(...SORTS),
  limit: fc.integer({ min: 1, max: 9 }),
  before: fc.array(change, { maxLength: 15 }),
  between: fc.array(fc.array(change, { maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  }),
});

describe.each(ENGINES)('Pages of a list on %s', engine => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
    await writeScorecards(db, staying.map(toScorecardRows));
  });

  async function apply(changes: readonly Change[]): Promise<void> {
    const latest = new Map(changes.map(one => [one.number % 20, one]));
    const refs = Array.from(
      latest.keys(),
      number => `component:default/moving-${number}`,
    );
    await removeScorecards(db, refs);
    const kept = Array.from(latest, ([number, one]) =>
      one.number < 20 ? [moving({ ...one, number })] : [],
    ).flat();
    await writeScorecards(db, kept.map(toScorecardRows));
  }

  it('neither repeat nor skip a row that stays, while others come, move and go', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ sort, limit, before, between }) => {
        await apply(before);
        let rounds = 0;
        const seen: string[] = [];
        let cursor: Cursor | undefined;
        do {
          const found = await listScorecards(db, { sort, limit, cursor });
          seen.push(...found.items.map(({ entityRef }) => entityRef));
          cursor = found.next;
          await apply(between[rounds++ % between.length]);
        } while (cursor && rounds < 200);
        const stayed = seen.filter(ref => ref.includes('/staying-'));
        expect(stayed.sort()).toEqual(stayingRefs);
      }),
      { numRuns: 40 },
    );
  });

  it('lead back to where they came from', async () => {
    for (const sort of SORTS) {
      await apply([]);
      const first = await listScorecards(db, { sort, limit: 10 });
      const second = await listScorecards(db, {
        sort,
        limit: 10,
        cursor: first.next,
      });
      await apply([{ number: 3, title: 'a', tier: 1 }]);
      const back = await listScorecards(db, {
        sort,
        limit: 40,
        cursor: second.previous,
      });
      const stays = ({ entityRef }: { entityRef: string }) =>
        entityRef.includes('/staying-');
      expect(back.items.filter(stays)).toEqual(first.items.filter(stays));
    }
  });
});

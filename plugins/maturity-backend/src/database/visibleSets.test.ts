import type { Knex } from 'knex';
import {
  createDefinitionSet,
  type RollUpSum,
} from '@backstage-maturity/plugin-maturity-common';
import { scorecardRecord } from '../__testUtils__/scorecardRecord';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { listRecentChanges } from './history/listRecentChanges';
import { migrationsFolder } from './migrate';
import { sumMembers } from './rollUps/sumMembers';
import { toScorecardRows } from './rows';
import { countResults } from './scorecards/countResults';
import { countScorecards } from './scorecards/countScorecards';
import { listScorecards } from './scorecards/listScorecards';
import { writeScorecards } from './scorecards/writeScorecards';
import { replaceScopes } from './scopes/replaceScopes';
import { readMembership } from './scopeSnapshots/readMembership';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const definitions = createDefinitionSet();
const TEAM = 'group:default/team';
const refOf = (number: number) => `component:default/service-${number}`;

/** PostgreSQL takes 65,535 values in one statement, SQLite half of that; this is more than either. */
const MANY = 70_000;
const STORED = 40;
/** All but the first stored scorecard, and tens of thousands that have none. */
const visible: ReadonlySet<string> = new Set(
  Array.from({ length: MANY }, (_, number) => refOf(number + 1)),
);
const SEEN = STORED - 1;
const page = {
  sort: { field: 'name', descending: false },
  limit: 100,
} as const;

const total = (sums: ReadonlyMap<string, RollUpSum>) =>
  Array.from(sums.values(), sum => sum.total);

describe.each(ENGINES)(`${MANY} visible references on %s`, engine => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
    const records = Array.from({ length: STORED }, (_, number) =>
      scorecardRecord(`service-${number}`),
    );
    await writeScorecards(db, records.map(toScorecardRows));
    await replaceScopes(db, [
      {
        entityRef: TEAM,
        kind: 'group',
        title: 'Team',
        parentRef: null,
        members: records.map(({ entityRef }) => entityRef).sort(),
      },
    ]);
    await db('maturity_history').insert(
      records.map(({ entityRef }, number) => ({
        entity_ref: entityRef,
        changed_at: number,
        definition_version: 'v1',
        new_definitions: false,
        changes: '{"levels":[["devops",1,2]],"checks":[]}',
      })),
    );
  });

  it.each<[string, number, () => Promise<unknown>, unknown]>([
    [
      'a page',
      2,
      async () => (await listScorecards(db, { ...page, visible })).items.length,
      SEEN,
    ],
    ['a total', 1, () => countScorecards(db, { visible }), SEEN],
    [
      'the results of a check',
      3,
      async () => (await countResults(db, 'failed', visible)).fail,
      SEEN,
    ],
    [
      'the roll-up of everything',
      4,
      async () =>
        total(
          await sumMembers(db, { by: 'nothing' }, { definitions, visible }),
        ),
      [SEEN],
    ],
    [
      'the roll-up of a group',
      4,
      async () =>
        total(
          await sumMembers(
            db,
            { by: 'scope', scopes: [TEAM] },
            { definitions, visible },
          ),
        ),
      [SEEN],
    ],
    [
      'recent changes',
      1,
      async () =>
        (await listRecentChanges(db, { since: 0, visible, limit: 100 })).length,
      SEEN,
    ],
    [
      'whether a group holds something hidden',
      2,
      async () =>
        (await readMembership(db, { scopeRef: TEAM, visible }))?.hidesSome,
      true,
    ],
  ])('are one value in the statements of %s', async (_, most, ask, found) => {
    const bound: number[] = [];
    const note = ({ bindings }: { bindings?: readonly unknown[] }) =>
      bound.push(bindings?.length ?? 0);
    db.on('query', note);
    const answer = await ask();
    db.removeListener('query', note);

    expect(answer).toEqual(found);
    expect(bound.length).toBeLessThanOrEqual(most);
    expect(Math.max(...bound)).toBeLessThan(10);
  });
});

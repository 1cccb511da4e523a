import {
  createDefinitionSet,
  rollUp,
  type RollUpItem,
  type RollUpMember,
} from '@backstage-maturity/plugin-maturity-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { type RandomSets, randomSets } from '../__testUtils__/randomSets';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import {
  type FullScorecardRecord,
  migrationsFolder,
  replaceScopes,
  type ScopeWithMembers,
  toScorecardRows,
  type Visible,
  writeScorecards,
} from '../database';
import {
  childRollUps,
  familyRollUps,
  fieldRollUps,
  organizationRollUp,
  scopeRollUp,
} from './rollUps';

jest.setTimeout(240_000);

const databases = TestDatabases.create();
const definitions = createDefinitionSet();
const sets = randomSets({
  tracks: definitions.tracks.map(({ id }) => id),
  checks: definitions.checks.map(({ definition }) => definition.id),
});

function memberOf(record: FullScorecardRecord): RollUpMember {
  const { entityRef, lifecycle, tier, stage, tracks, results } = record;
  return {
    entityRef,
    lifecycle,
    tier: tier ?? 4,
    stage,
    tracks,
    open: results.flatMap(({ check, status }) =>
      status === 'fail' || status === 'unknown' ? [{ check, status }] : [],
    ),
  };
}

type Answer = Pick<RollUpItem, 'key' | 'rollUp'>;

/** What the pure roll-up says, set by set. */
class Oracle {
  readonly #records: readonly FullScorecardRecord[];
  readonly #scopes: readonly ScopeWithMembers[];

  constructor({ records, scopes }: RandomSets, visible: Visible) {
    const isVisible = (each: { entityRef: string }) =>
      !visible || visible.has(each.entityRef);
    this.#records = records.filter(isVisible);
    this.#scopes = scopes.filter(isVisible);
  }

  of(
    key: string,
    records: readonly FullScorecardRecord[] = this.#records,
  ): Answer[] {
    const withMinimum = key.startsWith('system:');
    const options = { definitions, withMinimum };
    const answer = rollUp(records.map(memberOf), options);
    return answer ? [{ key, rollUp: JSON.parse(JSON.stringify(answer)) }] : [];
  }

  field(keyOf: (record: FullScorecardRecord) => string): Answer[] {
    const keys = new Set(this.#records.map(keyOf));
    return [...keys].flatMap(key =>
      this.of(
        key,
        this.#records.filter(record => keyOf(record) === key),
      ),
    );
  }

  scopes(kinds: readonly string[], parent?: string): Answer[] {
    return this.#scopes
      .filter(({ kind }) => kinds.includes(kind))
      .filter(scope => parent === undefined || scope.parentRef === parent)
      .flatMap(({ entityRef, members }) =>
        this.of(entityRef, this.#membersOf(members)),
      );
  }

  rest(kinds: readonly string[]): Answer[] {
    const held = new Set(
      this.#scopes
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ members }) => members),
    );
    const left = this.#records.filter(({ entityRef }) => !held.has(entityRef));
    return this.of('', left);
  }

  #membersOf(refs: readonly string[]): FullScorecardRecord[] {
    return this.#records.filter(({ entityRef }) => refs.includes(entityRef));
  }
}

const plain = (items: readonly RollUpItem[]): Answer[] =>
  items.map(({ key, rollUp: figures }) => ({ key, rollUp: figures }));
const inOrder = (answers: readonly Answer[]) =>
  [...answers].sort((one, other) => (one.key < other.key ? -1 : 1));

/** Lists name the five checks with most to gain of each set. */
const asListed = ({ key, rollUp: figures }: Answer): Answer => ({
  key,
  rollUp: { ...figures, leverage: figures.leverage.slice(0, 5) },
});

async function expectSame(
  items: Promise<readonly RollUpItem[]>,
  answers: readonly Answer[],
): Promise<void> {
  expect(inOrder(plain(await items))).toEqual(inOrder(answers.map(asListed)));
}

describe.each(ENGINES)('Roll-ups out of %s', engine => {
  let db: Knex;

  beforeAll(async () => {
    db = await databases.connect(engine);
    await db.migrate.latest({ directory: migrationsFolder });
  });

  async function store({ records, scopes }: RandomSets): Promise<void> {
    for (const table of [
      'maturity_results',
      'maturity_track_scores',
      'maturity_scorecards',
    ]) {
      await db(table).delete();
    }
    await writeScorecards(db, records.map(toScorecardRows));
    await replaceScopes(db, scopes);
  }

  it.each(['a caller who sees everything', 'a caller who sees a part'])(
    'are what the pure roll-up says to %s',
    async caller => {
      await fc.assert(
        fc.asyncProperty(sets, async random => {
          const all = caller.endsWith('everything');
          const visible = all ? undefined : random.visible;
          const context = { db, definitions, visible };
          const oracle = new Oracle(random, visible);
          await store(random);

          await expectSame(
            fieldRollUps(context, 'type'),
            oracle.field(({ type }) => type),
          );
          await expectSame(
            fieldRollUps(context, 'tier'),
            oracle.field(({ tier }) => String(tier ?? '')),
          );
          for (const [by, kinds] of [
            ['owner', ['group', 'user']],
            ['system', ['system']],
            ['domain', ['domain']],
          ] as const) {
            await expectSame(familyRollUps(context, by), [
              ...oracle.scopes(kinds),
              ...oracle.rest(kinds),
            ]);
          }
          const parent = 'domain:default/domain-1';
          await expectSame(
            childRollUps(context, 'system', parent),
            oracle.scopes(['system'], parent),
          );
          const whole = await organizationRollUp(context, 'Acme');
          expect(plain(whole).filter(each => each.rollUp.total)).toEqual(
            oracle.of('organization'),
          );
          const ref = 'system:default/system-1';
          const one = await scopeRollUp(context, ref);
          const [item] = one ? plain([one.item]) : [];
          expect(item?.rollUp.total ? [item] : []).toEqual(
            oracle.scopes(['system']).filter(each => each.key === ref),
          );
        }),
        { numRuns: 40 },
      );
    },
  );

  it('cost the same number of statements whatever the number of components', async () => {
    const counts = new Set<number>();
    for (const size of [1, 400]) {
      const [random] = fc.sample(sets, { numRuns: 1, seed: 7 });
      const [model] = fc
        .sample(sets, { numRuns: 50, seed: 8 })
        .flatMap(({ records }) => records)
        .filter(record => record.definitionVersion === 'now');
      const records = Array.from({ length: size }, (_, at) => ({
        ...model,
        entityRef: `component:default/n${at}`,
      }));
      await store({ ...random, records });
      let statements = 0;
      const count = () => {
        statements++;
      };
      db.on('query', count);
      const visible = new Set(records.map(record => record.entityRef));
      await familyRollUps({ db, definitions, visible }, 'owner');
      db.removeListener('query', count);
      counts.add(statements);
    }
    expect([...counts]).toEqual([3]);
  });
});

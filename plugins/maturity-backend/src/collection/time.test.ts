import {
  createDefinitionSet,
  type DefinitionSet,
} from '@backstage-maturity/plugin-maturity-common';
import { component, group } from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const at = (moment: string) => Date.parse(moment);

const definitions = createDefinitionSet({
  exemptions: [
    {
      entity: 'component:default/waived',
      check: 'tier-declared',
      reason: 'Until the move is over',
      granted: '2026-06-01',
      until: '2026-06-20',
      approvedBy: 'ada',
    },
  ],
});

/** The definitions with a check of another plugin that does with the instant whatever it likes. */
function withClockReader(base: DefinitionSet): DefinitionSet {
  const [first] = base.checks;
  return {
    ...base,
    version: `${base.version}+clock`,
    checks: [
      ...base.checks,
      {
        definition: { ...first.definition, id: 'odd-day', builtIn: false },
        notApplicable: view =>
          view.name === 'plain' ? undefined : { reason: 'filtered' },
        decide: (_, context) => ({
          status: Math.floor(context.now / 86_400_000) % 2 ? 'pass' : 'fail',
          reason: 'odd-day',
        }),
      },
    ],
  };
}

describe.each(ENGINES)('Time and a sweep on %s', engine => {
  let clock: jest.SpyInstance;

  beforeEach(() => {
    clock = jest.spyOn(Date, 'now').mockReturnValue(at('2026-06-15T12:00:00Z'));
  });

  afterEach(() => jest.restoreAllMocks());

  async function swept(inForce: DefinitionSet): Promise<SweptCatalog> {
    const db = await databases.connect(engine);
    const catalog = await SweptCatalog.create(db, inForce);
    const tiered = (day: string) => ({
      'maturity/tier': '1',
      'maturity/readiness-review': day,
    });
    catalog.entities = [
      group('payments'),
      component('plain'),
      component('waived'),
      component('old', { annotations: tiered('2025-06-18') }),
      component('planned', { annotations: tiered('2026-06-17') }),
    ];
    expect(await catalog.evaluated()).toHaveLength(4);
    return catalog;
  }

  it('evaluates at midnight only what time can change by then', async () => {
    const catalog = await swept(definitions);
    const days: [string, string[]][] = [
      ['2026-06-15T23:59:59.999Z', []],
      ['2026-06-16T00:00:00Z', []],
      // The day of a test that was planned has come.
      ['2026-06-17T00:00:00Z', ['planned']],
      ['2026-06-17T12:00:00Z', []],
      // A review has grown old on the 19th, and an exemption holds to the end of its last day.
      ['2026-06-20T23:59:59.999Z', ['old']],
      ['2026-06-21T00:00:00Z', ['waived']],
      ['2026-06-22T00:00:00Z', []],
    ];
    for (const [moment, expected] of days) {
      clock.mockReturnValue(at(moment));
      expect([moment, await catalog.evaluated()]).toEqual([moment, expected]);
    }
  });

  it('evaluates again when the clock went back behind the last evaluation', async () => {
    const catalog = await swept(definitions);
    clock.mockReturnValue(at('2026-06-17T08:00:00Z'));
    expect(await catalog.evaluated()).toEqual(['planned']);

    clock.mockReturnValue(at('2026-06-16T08:00:00Z'));
    expect(await catalog.evaluated()).toEqual(['planned']);
    expect(await catalog.evaluated()).toEqual([]);
    clock.mockReturnValue(at('2026-06-14T08:00:00Z'));
    expect(await catalog.evaluated()).toEqual([
      'old',
      'plain',
      'planned',
      'waived',
    ]);
    expect(await catalog.evaluated()).toEqual([]);
  });

  it('evaluates once a UTC day what a check reads the instant for', async () => {
    const catalog = await swept(withClockReader(definitions));
    clock.mockReturnValue(at('2026-06-15T20:00:00Z'));
    expect(await catalog.evaluated()).toEqual([]);
    clock.mockReturnValue(at('2026-06-16T00:00:00Z'));
    expect(await catalog.evaluated()).toEqual(['plain']);
    expect(await catalog.evaluated()).toEqual([]);
  });
});

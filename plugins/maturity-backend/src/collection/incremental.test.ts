import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createDefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import {
  component as plainComponent,
  domain,
  group,
  system,
} from '../__testUtils__/entities';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(120_000);

const databases = TestDatabases.create();

function other(
  kind: string,
  name: string,
  options: {
    spec?: Entity['spec'];
    annotations?: Record<string, string>;
    tags?: string[];
  } = {},
): Entity {
  const { spec, annotations, tags } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations, tags },
    spec: spec ?? {},
  };
}

const component = (
  name: string,
  spec: Entity['spec'] = {},
  annotations: Record<string, string> = {},
) => plainComponent(name, { spec, annotations });

/** A company in which every component hangs on something else. */
function world(): Entity[] {
  return [
    group('company'),
    group('payments', 'company'),
    group('search', 'company'),
    group('platform-team'),
    domain('money'),
    system('billing', 'money'),
    other('API', 'ledger-api', {
      spec: {
        type: 'openapi',
        lifecycle: 'production',
        owner: 'search',
        definition: 'openapi: 3.1.0',
      },
    }),
    other('Resource', 'ledger-db', {
      spec: { type: 'database', owner: 'payments' },
    }),
    other('Template', 'service', {
      spec: { type: 'service' },
      tags: ['go'],
      annotations: { 'maturity/template-version': '2.0.0' },
    }),
    component('alone', {}, { 'maturity/no-dependencies': 'true' }),
    component('in-system', { system: 'billing' }),
    component('provider', {
      owner: 'search',
      providesApis: ['ledger-api'],
    }),
    component('consumer', { consumesApis: ['ledger-api'] }),
    component('with-resource', { dependsOn: ['resource:ledger-db'] }),
    component('base', { owner: 'search' }, { 'maturity/tier': '3' }),
    component('dependent', { dependsOn: ['component:base'] }),
    component('dangling', { dependsOn: ['component:absent'] }),
    component(
      'from-template',
      { owner: 'search' },
      {
        'backstage.io/source-template': 'template:default/service',
        'maturity/template-version': '2.0.0',
      },
    ),
    component('stacked', { owner: 'search' }, { 'maturity/stack': 'go' }),
  ];
}

const PAYMENTS = [
  'alone',
  'consumer',
  'dangling',
  'dependent',
  'in-system',
  'with-resource',
];
const SEARCH = ['base', 'from-template', 'provider', 'stacked'];

function change(
  kind: string,
  name: string,
  changed: { spec?: Entity['spec']; annotations?: Record<string, string> },
): (entities: Entity[]) => Entity[] {
  return entities =>
    entities.map(entity =>
      entity.kind === kind && entity.metadata.name === name
        ? {
            ...entity,
            metadata: {
              ...entity.metadata,
              annotations: {
                ...entity.metadata.annotations,
                ...changed.annotations,
              },
            },
            spec: { ...entity.spec, ...changed.spec },
          }
        : entity,
    );
}

const add = (entity: Entity) => (entities: Entity[]) => [...entities, entity];
const remove = (kind: string, name: string) => (entities: Entity[]) =>
  entities.filter(
    entity => !(entity.kind === kind && entity.metadata.name === name),
  );

/** What changes, the checks that read it, and exactly who is evaluated again. */
const ROWS: [
  change: string,
  checks: string,
  apply: (entities: Entity[]) => Entity[],
  evaluated: string[],
][] = [
  ['nothing', 'none', entities => entities, []],
  ['the order of the catalog', 'none', all => [...all].reverse(), []],
  [
    'an annotation of a component that nobody depends on',
    'its own checks',
    change('Component', 'alone', { annotations: { 'maturity/tier': '1' } }),
    ['alone'],
  ],
  [
    'a user whom nothing refers to',
    'none',
    add(other('User', 'ada', { spec: { memberOf: [] } })),
    [],
  ],
  [
    'an owner disappears',
    'owner-is-team, inherited values',
    remove('Group', 'search'),
    SEARCH,
  ],
  [
    'an annotation of an owner',
    'checks with a value inherited from the owner',
    change('Group', 'search', {
      annotations: { 'maturity/on-call': 'https://pager.acme.org/1' },
    }),
    SEARCH,
  ],
  [
    'an annotation of the group above the owner',
    'checks with a value inherited from a parent group',
    change('Group', 'company', {
      annotations: { 'maturity/on-call': 'https://pager.acme.org/1' },
    }),
    [...PAYMENTS, ...SEARCH],
  ],
  [
    'an annotation of a system',
    'checks with a value inherited from the system',
    change('System', 'billing', {
      annotations: { 'maturity/runbook': 'https://wiki.acme.org/1' },
    }),
    ['in-system'],
  ],
  [
    'an annotation of a domain',
    'checks with a value inherited from the domain',
    change('Domain', 'money', {
      annotations: { 'maturity/compliance': 'pci' },
    }),
    ['in-system'],
  ],
  [
    'a system moves to another domain',
    'checks with a value inherited from the domain',
    entities =>
      change('System', 'billing', { spec: { domain: undefined } })(entities),
    ['in-system'],
  ],
  [
    'the definition of an API',
    'api-documented',
    change('API', 'ledger-api', { spec: { definition: 'openapi: 3.0.0' } }),
    ['provider'],
  ],
  [
    'an API disappears',
    'api-documented, catalog-basics, dependencies',
    remove('API', 'ledger-api'),
    ['consumer', 'provider'],
  ],
  [
    'the owner of a resource',
    'resource-ownership',
    change('Resource', 'ledger-db', { spec: { owner: 'search' } }),
    ['with-resource'],
  ],
  [
    'the tier of a dependency',
    'dependency-tier-alignment',
    change('Component', 'base', { annotations: { 'maturity/tier': '1' } }),
    ['base', 'dependent'],
  ],
  [
    'a component that was dangling appears',
    'catalog-basics, dependencies',
    add(component('absent')),
    ['absent', 'dangling'],
  ],
  [
    'another team begins to consume a component',
    'applicability by shared tier',
    add(
      component('newcomer', {
        owner: 'platform-team',
        dependsOn: ['component:base'],
      }),
    ),
    ['base', 'newcomer'],
  ],
  [
    'the version of a golden path',
    'golden-path-version',
    change('Template', 'service', {
      annotations: { 'maturity/template-version': '3.0.0' },
    }),
    ['from-template'],
  ],
  [
    'the stacks of all templates',
    'supported-stack',
    add(
      other('Template', 'web', { spec: { type: 'website' }, tags: ['node'] }),
    ),
    ['stacked'],
  ],
  [
    'the first platform offering',
    'platform-used',
    change('Resource', 'ledger-db', {
      annotations: { 'maturity/platform': 'true' },
    }),
    [...PAYMENTS, ...SEARCH],
  ],
  [
    'the last template disappears',
    'target of every component',
    remove('Template', 'service'),
    [...PAYMENTS, ...SEARCH],
  ],
];

describe.each(ENGINES)('An incremental sweep on %s', engine => {
  it.each(ROWS)(
    'after a change of %s evaluates exactly those that read it (%s)',
    async (_change, _checks, apply, expected) => {
      const catalog = await SweptCatalog.create(
        await databases.connect(engine),
      );
      catalog.entities = world();
      expect(await catalog.evaluated()).toHaveLength(10);
      expect(await catalog.evaluated()).toEqual([]);

      catalog.entities = apply(world());
      expect(await catalog.evaluated()).toEqual([...expected].sort());
      expect(await catalog.evaluated()).toEqual([]);
    },
  );

  it.each(ROWS)(
    'that follows a change of %s evaluates exactly those that read it (%s), without reading the rest',
    async (_change, _checks, apply, expected) => {
      const catalog = await SweptCatalog.create(
        await databases.connect(engine),
      );
      const sweep = catalog.newSweep();
      catalog.entities = world();
      await catalog.sweep(sweep);
      const { readings } = catalog;

      catalog.entities = apply(world());
      const record = await catalog.follow(sweep);
      expect(await catalog.evaluatedIn(record)).toEqual([...expected].sort());
      expect(record.total).toBe(
        catalog.entities.filter(({ kind }) => kind === 'Component').length,
      );
      expect(catalog.readings).toBe(readings);
      const followed = await catalog.fingerprint();
      expect(await catalog.evaluated()).toEqual([]);
      expect(await catalog.fingerprint()).toBe(followed);
    },
  );
});

const NOON = Date.parse('2026-06-15T12:00:00Z');
const DAY_MS = 86_400_000;

/** Components and what they hang on, each of which is there or not and holds one of few values. */
const catalogs: fc.Arbitrary<Entity[]> = fc
  .record({
    components: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c', 'd'),
        owner: fc.constantFrom('red', 'blue', 'green', 'user:default/ada'),
        system: fc.constantFrom('billing', 'absent', undefined),
        dependsOn: fc.subarray([
          'component:a',
          'component:b',
          'component:x',
          'resource:db',
        ]),
        consumesApis: fc.subarray(['api']),
        providesApis: fc.subarray(['api']),
        lifecycle: fc.constantFrom('production', 'production', 'experimental'),
        tier: fc.constantFrom('1', '3', 'x'),
        reviewed: fc.constantFrom('2026-06-14', '2026-06-18', '2025-12-20'),
      }),
      { selector: each => each.name, maxLength: 4 },
    ),
    groups: fc.subarray(['red', 'blue', 'green']),
    onCall: fc.constantFrom('https://pager.acme.org/1', 'none'),
    above: fc.constantFrom('red', 'company'),
    others: fc.subarray([
      system('billing', 'money'),
      domain('money'),
      group('company'),
      other('Resource', 'db', { spec: { type: 'database', owner: 'red' } }),
      other('Template', 't', { spec: {}, tags: ['go'] }),
      other('API', 'api', { spec: { definition: 'openapi: 3.1.0' } }),
      other('User', 'ada', { spec: { memberOf: ['blue'] } }),
    ]),
  })
  .map(({ components, groups, onCall, above, others }) => [
    ...others,
    // A catalog without any entity counts as one that has not started yet.
    other('Location', 'root'),
    ...groups.map(name => ({
      ...group(name, name === 'blue' ? above : undefined),
      ...(name === 'red' && {
        metadata: {
          name,
          namespace: 'default',
          annotations: { 'maturity/on-call': onCall },
        },
      }),
    })),
    ...components.map(({ name, tier, reviewed, ...spec }) =>
      component(name, spec, {
        'maturity/tier': tier,
        'maturity/readiness-review': reviewed,
        'maturity/exempt.tests-declared': '2026-06-16 while we move',
      }),
    ),
  ]);

const steps = fc.array(
  fc.record({
    entities: catalogs,
    // Days that the clock goes on, or back.
    days: fc.constantFrom(0, 0, 1, 2, 40, -1),
    restarted: fc.boolean(),
    followed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

describe.each(ENGINES)('Sweeps one after the other on %s', engine => {
  afterEach(() => jest.restoreAllMocks());

  it('end as one sweep over an empty database would', async () => {
    const definitions = createDefinitionSet({ exemptAnnotations: true });
    const catalog = await SweptCatalog.create(
      await databases.connect(engine),
      definitions,
    );
    const scratch = await SweptCatalog.create(
      await databases.connect(engine),
      definitions,
    );
    const empty = async ({ db }: SweptCatalog) => {
      for (const table of [
        'maturity_inputs',
        'maturity_results',
        'maturity_track_scores',
        'maturity_scorecards',
        'maturity_placements',
        'maturity_scope_sets',
        'maturity_scopes',
        'maturity_state',
      ]) {
        await db(table).delete();
      }
    };
    const clock = jest.spyOn(Date, 'now');

    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        await empty(catalog);
        await empty(scratch);
        let now = NOON;
        let sweep = catalog.newSweep();
        for (const { entities, days, restarted, followed } of sequence) {
          now += days * DAY_MS;
          clock.mockReturnValue(now);
          if (restarted) sweep = catalog.newSweep();
          catalog.entities = entities;
          await (followed ? catalog.follow(sweep) : catalog.sweep(sweep));
        }
        // Following leaves what changes with time, and the advice, to it; all else must be as it should.
        await catalog.sweep(sweep);
        scratch.entities = catalog.entities;
        await scratch.sweep();
        expect(await catalog.stored()).toEqual(await scratch.stored());
      }),
      { numRuns: engine === 'SQLite' ? 100 : 25 },
    );
  });
});

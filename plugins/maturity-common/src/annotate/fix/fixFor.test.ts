import { BUILT_IN_CHECKS } from '../../checks';
import type { Change } from '../types';
import { apply, judge } from './fixtures/judge';
import { fixFor } from './fixFor';
import { formChanges } from './formChanges';
import type { FixField } from './types';

/** A shop that says almost nothing about itself, in a catalog that has all that a fix can refer to. */
const CATALOG = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  tags: [pci, mlops]
  annotations:
    maturity/tier: '1'
    maturity/sla: availability=99/30d
spec:
  type: service
  lifecycle: production
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: payments }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: platform, title: Platform Team }
spec: { type: platform, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ada }
spec: { memberOf: [payments] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: bob }
spec: { memberOf: [payments, platform] }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: sales }
spec: { owner: payments }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: shop-api }
spec: { type: openapi, lifecycle: production, owner: payments, definition: 'openapi: 3.1.0' }
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: db }
spec: { type: database, owner: platform }
---
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: go-service
  tags: [go]
  annotations: { maturity/template-version: 2.1.0 }
spec: { type: service, steps: [] }
`;

/** Values that a person of this catalog would give. */
const GIVEN = new Map([
  ['spec.owner', 'payments'],
  ['spec.system', 'sales'],
  ['spec.lifecycle', 'production'],
  ['metadata.description', 'Sells things to people on the sea.'],
  ['spec.dependsOn', 'resource:default/db'],
  ['spec.providesApis', 'shop-api'],
  ['maturity/sla', 'availability=99/30d'],
  ['maturity/no-dependencies', ''],
  ['maturity/no-api', ''],
  ['gitlab.com/project-slug', ''],
]);

function given({ id, example }: FixField): string {
  const name = id.slice(id.lastIndexOf(' ') + 1);
  return GIVEN.get(name) ?? example ?? '';
}

/** What stands in the way of a check that needs more than its own values. */
const BEFORE = new Map<string, Change[]>([
  ['tier-declared', [{ do: 'remove-annotation', key: 'maturity/tier' }]],
  [
    'dependency-tier-alignment',
    [
      {
        do: 'set-field',
        path: ['spec', 'dependsOn'],
        value: ['resource:default/db'],
      },
    ],
  ],
  [
    'self-service-resources',
    [
      {
        do: 'set-field',
        path: ['spec', 'dependsOn'],
        value: ['resource:default/db'],
      },
    ],
  ],
  [
    'catalog-healthy',
    [{ do: 'set-field', path: ['spec', 'owner'], value: 'nobody' }],
  ],
  [
    'golden-path-current',
    [
      {
        do: 'set-annotation',
        key: 'maturity/golden-path',
        value: 'template:default/go-service',
      },
    ],
  ],
  [
    'error-budget-policy',
    [
      {
        do: 'set-annotation',
        key: 'maturity/slo',
        value: 'availability=99.9/30d',
      },
    ],
  ],
  [
    'burn-rate-alerts',
    [
      {
        do: 'set-annotation',
        key: 'maturity/slo',
        value: 'availability=99.9/30d',
      },
    ],
  ],
]);

describe('fixFor', () => {
  it.each(BUILT_IN_CHECKS.map(({ definition }) => definition.id))(
    'has a form for %s, and the check passes once it is filled in',
    check => {
      const start = apply(CATALOG, 'shop', BEFORE.get(check) ?? []);
      const { fix } = judge(start);
      const form = fix(check);
      if (form?.kind !== 'form') {
        throw new Error(`A form was expected for ${check}.`);
      }
      expect(form.fields.length).toBeGreaterThan(0);
      const values = new Map(form.fields.map(each => [each.id, given(each)]));
      const { edits, problems } = formChanges(form, values);
      expect(problems).toEqual([]);
      const text = [...edits].reduce(
        (before, [entity, changes]) => apply(before, entity, changes),
        start,
      );
      expect(judge(text).resultOf(check)).toMatchObject({ status: 'pass' });
    },
  );

  it('has nothing for a check that passes or does not apply', () => {
    const { results, fix } = judge(CATALOG);
    const others = results.filter(
      ({ status }) => status !== 'fail' && status !== 'unknown',
    );
    expect(others.map(({ check }) => fix(check))).toEqual(
      others.map(() => undefined),
    );
    expect(others.length).toBeGreaterThan(0);
  });

  it('has only the remedy for a check of somebody else', () => {
    const { view, resultOf } = judge(CATALOG);
    const result = { ...resultOf('ci-pipeline'), check: 'theirs' };
    expect(fixFor(view, result)).toEqual({
      kind: 'advice',
      check: 'theirs',
      entity: 'component:default/shop',
      remedy: result.remedy,
    });
  });

  it('has only the remedy for a service that is behind its golden path', () => {
    const text = apply(CATALOG, 'shop', [
      {
        do: 'set-annotation',
        key: 'maturity/golden-path',
        value: 'template:default/go-service',
      },
      {
        do: 'set-annotation',
        key: 'maturity/template-version',
        value: '1.0.0',
      },
    ]);
    expect(judge(text).fix('golden-path-current')).toEqual({
      kind: 'advice',
      check: 'golden-path-current',
      entity: 'component:default/shop',
      remedy: expect.stringContaining('`upgrade-service`'),
    });
  });

  it('shows what is written now and how a value looks', () => {
    const text = apply(CATALOG, 'shop', [
      { do: 'set-annotation', key: 'maturity/rollout', value: 'all-at-once' },
    ]);
    expect(judge(text).fix('progressive-delivery')).toEqual({
      kind: 'form',
      check: 'progressive-delivery',
      entity: 'component:default/shop',
      needs: 'all',
      fields: [
        {
          id: 'maturity/rollout',
          label: 'Rollout',
          help: 'How a new version is given to users.',
          picker: {
            kind: 'choice',
            options: ['canary', 'blue-green', 'feature-flags', 'progressive'],
            free: false,
          },
          current: 'all-at-once',
          example: 'canary',
          entity: 'component:default/shop',
          sets: { is: 'annotation', key: 'maturity/rollout' },
        },
      ],
    });
  });

  it('suggests the owner of the system', () => {
    const text = apply(CATALOG, 'shop', [
      { do: 'set-field', path: ['spec', 'system'], value: 'sales' },
    ]);
    expect(judge(text).fix('owner-assigned')).toMatchObject({
      kind: 'form',
      fields: [{ id: 'spec.owner', suggested: 'group:default/payments' }],
    });
  });

  it('asks for the tier of each dependency that declares none', () => {
    const text = apply(
      CATALOG,
      'shop',
      BEFORE.get('self-service-resources') ?? [],
    );
    expect(judge(text).fix('dependency-tier-alignment')).toMatchObject({
      fields: [
        {
          id: 'resource:default/db maturity/tier',
          entity: 'resource:default/db',
          picker: { kind: 'tier' },
        },
      ],
    });
  });

  it('asks for an objective where only that is missing', () => {
    const text = apply(CATALOG, 'shop', [
      {
        do: 'set-annotation',
        key: 'maturity/burn-rate-alerts',
        value: 'multi-window',
      },
    ]);
    expect(judge(text).fix('burn-rate-alerts')).toMatchObject({
      fields: [{ id: 'maturity/slo', picker: { kind: 'slo' } }],
    });
  });

  const owner = (value: string): Change[] => [
    { do: 'set-field', path: ['spec', 'owner'], value },
  ];
  const SYSTEM: Change[] = [
    { do: 'set-field', path: ['spec', 'system'], value: 'SALES_' },
  ];
  it.each<[string, string, Change[], Change[]]>([
    [
      'a person who is in one team',
      'owner-assigned',
      owner('user:default/ada'),
      owner('payments'),
    ],
    [
      'the title of a team in place of its name',
      'owner-assigned',
      owner('PlatformTeam'),
      owner('platform'),
    ],
    [
      'a system in other letters',
      'system-assigned',
      SYSTEM,
      [{ do: 'set-field', path: ['spec', 'system'], value: 'sales' }],
    ],
    [
      'a flag that is contradicted',
      'dependencies-declared',
      [
        {
          do: 'set-annotation',
          key: 'maturity/no-dependencies',
          value: 'true',
        },
        {
          do: 'set-field',
          path: ['spec', 'dependsOn'],
          value: ['resource:default/db'],
        },
      ],
      [{ do: 'remove-annotation', key: 'maturity/no-dependencies' }],
    ],
  ])('knows what to do about %s', (_, check, before, changes) => {
    const text = apply(CATALOG, 'shop', before);
    const fix = judge(text).fix(check);
    expect(fix).toMatchObject({ kind: 'changes', changes });
    expect(judge(apply(text, 'shop', changes)).resultOf(check).status).toBe(
      'pass',
    );
  });

  it('knows a value that is only written wrongly', () => {
    const text = CATALOG.replace("maturity/tier: '1'", 'maturity/tier: Tier 1');
    expect(judge(text).fix('tier-declared')).toMatchObject({
      kind: 'changes',
      changes: [{ do: 'set-annotation', key: 'maturity/tier', value: '1' }],
    });
  });

  it('knows a lifecycle that is only written wrongly', () => {
    const text = CATALOG.replace(
      'lifecycle: production',
      'lifecycle: prodution',
    ).replace(
      'name: shop\n',
      'name: shop\n  description: Sells things at sea, daily.\n',
    );
    expect(judge(text).fix('catalog-basics')).toMatchObject({
      kind: 'changes',
      changes: [
        { do: 'set-field', path: ['spec', 'lifecycle'], value: 'production' },
      ],
    });
  });

  it.each(['user:default/bob', 'nobody'])(
    'leaves the owner %s to a person',
    each => {
      expect(
        judge(apply(CATALOG, 'shop', owner(each))).fix('owner-assigned'),
      ).toMatchObject({
        kind: 'form',
        fields: [{ current: each }],
      });
    },
  );
});

describe('formChanges', () => {
  const { fix } = judge(CATALOG);
  const formOf = (check: string) => {
    const form = fix(check);
    if (form?.kind !== 'form') {
      throw new Error('A form was expected.');
    }
    return form;
  };

  it('refuses a value that the check could not read, with position and expectation', () => {
    expect(
      formChanges(
        formOf('slo-defined'),
        new Map([['maturity/slo', 'availability=100/30d']]),
      ),
    ).toEqual({
      edits: new Map(),
      problems: [
        {
          field: 'maturity/slo',
          found: '100/30d" at position 13 of "availability=100/30d',
          expected:
            'an objective above 0 and below 100 with at most four decimals',
        },
      ],
    });
  });

  it('asks for a value in each field, or in one', () => {
    expect(formChanges(formOf('mlops-pipeline'), new Map()).problems).toEqual([
      { field: 'maturity/ml-pipeline', found: '', expected: 'a value' },
      { field: 'maturity/model-registry', found: '', expected: 'a value' },
    ]);
    expect(formChanges(formOf('slo-defined'), new Map()).problems).toEqual([
      { field: '', found: '', expected: 'a value in one of the fields' },
    ]);
  });

  it('removes what is emptied and leaves what stays the same', () => {
    const form = { ...formOf('sla-backed-by-slo'), needs: 'one' as const };
    expect(
      formChanges(
        form,
        new Map([
          ['maturity/slo', 'availability=99.5/30d'],
          ['maturity/sla', ' '],
        ]),
      ).edits,
    ).toEqual(
      new Map([
        [
          'component:default/shop',
          [
            {
              do: 'set-annotation',
              key: 'maturity/slo',
              value: 'availability=99.5/30d',
            },
            { do: 'remove-annotation', key: 'maturity/sla' },
          ],
        ],
      ]),
    );
    expect(
      formChanges(form, new Map([['maturity/sla', 'availability=99/30d']]))
        .edits,
    ).toEqual(new Map());
  });
});

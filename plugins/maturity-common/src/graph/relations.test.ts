import type { Entity } from '@backstage/catalog-model';
import { createEntityView } from '../entity';
import { deriveRelations, inverseRelation, readRelations } from './relations';

function entity(
  kind: string,
  spec: Entity['spec'],
  namespace?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'a', ...(namespace && { namespace }) },
    spec,
  };
}

function derived(kind: string, spec: Entity['spec'], namespace?: string) {
  return deriveRelations(createEntityView(entity(kind, spec, namespace))).map(
    ({ type, target }) => `${type} ${target}`,
  );
}

describe('deriveRelations', () => {
  it.each<[string, Entity['spec'], string[]]>([
    [
      'Component',
      {
        owner: 'Payments',
        subcomponentOf: 'shop',
        providesApis: ['orders', 'billing/invoices'],
        consumesApis: ['api:default/stock'],
        dependsOn: ['resource:db', 'component:other/cart'],
        dependencyOf: ['component:web'],
        system: 'sales',
        domain: 'ignored',
      },
      [
        'ownedBy group:ns/payments',
        'partOf component:ns/shop',
        'providesApi api:ns/orders',
        'providesApi api:billing/invoices',
        'consumesApi api:default/stock',
        'dependsOn resource:ns/db',
        'dependsOn component:other/cart',
        'dependencyOf component:ns/web',
        'partOf system:ns/sales',
      ],
    ],
    [
      'API',
      { owner: 'user:jane', system: 'sales', dependsOn: ['resource:db'] },
      ['ownedBy user:ns/jane', 'partOf system:ns/sales'],
    ],
    [
      'Resource',
      {
        owner: 'payments',
        dependsOn: ['resource:disk'],
        dependencyOf: ['component:web'],
        system: 'sales',
      },
      [
        'ownedBy group:ns/payments',
        'dependsOn resource:ns/disk',
        'dependencyOf component:ns/web',
        'partOf system:ns/sales',
      ],
    ],
    [
      'System',
      { owner: 'payments', domain: 'commerce', system: 'ignored' },
      ['ownedBy group:ns/payments', 'partOf domain:ns/commerce'],
    ],
    [
      'Domain',
      { owner: 'payments', subdomainOf: 'company' },
      ['ownedBy group:ns/payments', 'partOf domain:ns/company'],
    ],
    [
      'Group',
      { parent: 'company', children: ['team'], members: ['jane'], owner: 'x' },
      [
        'childOf group:ns/company',
        'parentOf group:ns/team',
        'hasMember user:ns/jane',
      ],
    ],
    ['User', { memberOf: ['team'] }, ['memberOf group:ns/team']],
    ['Template', { owner: 'platform' }, ['ownedBy group:ns/platform']],
    ['Location', { owner: 'platform', target: './a.yaml' }, []],
    ['constructor', { owner: 'platform' }, []],
  ])('reads the spec of a %s', (kind, spec, relations) => {
    expect(derived(kind, spec, 'ns')).toEqual(relations);
  });

  it('defaults to the default namespace', () => {
    expect(derived('Component', { owner: 'payments' })).toEqual([
      'ownedBy group:default/payments',
    ]);
  });

  it('keeps what is no reference as it was written', () => {
    expect(
      deriveRelations(
        createEntityView(
          entity('Component', { dependsOn: ['Database', 'resource:'] }),
        ),
      ),
    ).toEqual([
      { type: 'dependsOn', target: 'database', wellFormed: false },
      { type: 'dependsOn', target: 'resource:', wellFormed: false },
    ]);
  });

  it('passes over what is no text', () => {
    expect(
      derived('Component', {
        owner: 5,
        system: { name: 'sales' },
        dependsOn: [null, 1, [], ''],
      }),
    ).toEqual([]);
  });
});

describe('readRelations', () => {
  it('prefers the relations that the catalog computed', () => {
    const view = createEntityView({
      ...entity('Component', { owner: 'payments' }),
      relations: [{ type: 'ownedBy', targetRef: 'Group:Default/Sales' }],
    });
    expect(readRelations(view)).toEqual([
      { type: 'ownedBy', target: 'group:default/sales', wellFormed: true },
    ]);
  });

  it('takes an empty list for an entity without relations', () => {
    const view = createEntityView({
      ...entity('Component', { owner: 'payments' }),
      relations: [],
    });
    expect(readRelations(view)).toEqual([]);
  });

  it('tolerates relations of any shape', () => {
    const view = createEntityView(
      JSON.parse(
        JSON.stringify({
          ...entity('Component', {}),
          relations: [
            null,
            'ownedBy',
            { type: 'ownedBy' },
            { type: 1, targetRef: 'group:a' },
            { type: 'ownedBy', targetRef: {} },
            { type: 'ownedBy', target: { kind: 'Group', name: 'old' } },
          ],
        }),
      ),
    );
    expect(readRelations(view)).toEqual([
      { type: 'ownedBy', target: 'group:default/old', wellFormed: true },
    ]);
  });
});

describe('inverseRelation', () => {
  it.each([
    ['ownedBy', 'ownerOf'],
    ['ownerOf', 'ownedBy'],
    ['hasPart', 'partOf'],
    ['apiProvidedBy', 'providesApi'],
    ['likes', undefined],
    ['__proto__', undefined],
  ])('of %s is %s', (relation, inverse) => {
    expect(inverseRelation(relation)).toBe(inverse);
  });
});

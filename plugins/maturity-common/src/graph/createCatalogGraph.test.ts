import type { Entity } from '@backstage/catalog-model';
import { createEntityView } from '../entity';
import { createCatalogGraph } from './createCatalogGraph';
import { isShared, isSharedLibrary } from './shared';
import type { Target } from './types';

interface Parts {
  spec?: Entity['spec'];
  annotations?: Record<string, string>;
  tags?: string[];
}

/** An entity from `Kind:name`. */
function entity(ref: string, parts: Parts = {}): Entity {
  const [kind, name] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations: parts.annotations, tags: parts.tags },
    spec: parts.spec,
  };
}

function refs(views: readonly { ref: string }[]): string[] {
  return views.map(({ ref }) => ref.replace('default/', ''));
}

function held(targets: readonly Target[]): string[] {
  return refs(targets.flatMap(({ view }) => view ?? []));
}

const COMPANY = [
  entity('Group:company', { spec: { type: 'organization' } }),
  entity('Group:shop', { spec: { type: 'department', parent: 'company' } }),
  entity('Group:cart-team', { spec: { type: 'team', parent: 'shop' } }),
  entity('Group:pay-team', { spec: { type: 'team', parent: 'shop' } }),
  entity('Group:web-team', { spec: { type: 'team' } }),
  entity('Group:ops', { spec: { type: 'Platform' } }),
  entity('User:jane', { spec: { memberOf: ['cart-team'] } }),
  entity('Domain:business', { spec: { owner: 'company' } }),
  entity('Domain:commerce', {
    spec: { owner: 'company', subdomainOf: 'business' },
  }),
  entity('System:sales', { spec: { owner: 'shop', domain: 'commerce' } }),
  entity('Component:cart', {
    spec: {
      type: 'service',
      owner: 'cart-team',
      system: 'sales',
      providesApis: ['orders'],
      dependsOn: ['resource:db', 'component:gone'],
    },
  }),
  entity('Component:cart-worker', {
    spec: { owner: 'cart-team', subcomponentOf: 'cart' },
  }),
  entity('Component:pay', {
    spec: {
      type: 'library',
      owner: 'pay-team',
      system: 'sales',
      consumesApis: ['orders'],
    },
  }),
  entity('Component:web', {
    spec: {
      owner: 'web-team',
      consumesApis: ['orders'],
      dependsOn: ['component:pay', 'component:cart'],
    },
  }),
  entity('Component:tools', {
    spec: {
      owner: 'user:jane',
      dependsOn: ['component:cart', 'component:pay'],
    },
  }),
  entity('Component:jobs', {
    spec: { owner: 'nobody', dependsOn: ['component:cart'] },
  }),
  entity('Component:metrics', {
    spec: { owner: 'ops', dependsOn: ['component:cart', 'component:pay'] },
  }),
  entity('API:orders', { spec: { owner: 'cart-team', system: 'sales' } }),
  entity('Resource:db', { spec: { owner: 'ops' } }),
];

describe('createCatalogGraph', () => {
  const graph = createCatalogGraph(COMPANY);

  it('finds entities by reference in any case', () => {
    expect(graph.get('Component:Default/Cart')?.name).toBe('cart');
    expect(graph.get('component:default/gone')).toBeUndefined();
    expect(graph.get('__proto__')).toBeUndefined();
  });

  it('lists the entities of a kind in reference order', () => {
    expect(refs(graph.all('API'))).toEqual(['api:orders']);
    expect(refs(graph.all('domain'))).toEqual([
      'domain:business',
      'domain:commerce',
    ]);
    expect(graph.all('constructor')).toEqual([]);
    expect(graph.entities).toHaveLength(COMPANY.length);
  });

  it('gives the targets of a relation, missing ones included', () => {
    expect(graph.targets('component:default/cart', 'dependsOn')).toEqual([
      { ref: 'component:default/gone', view: undefined },
      {
        ref: 'resource:default/db',
        view: expect.objectContaining({ name: 'db' }),
      },
    ]);
    expect(graph.dangling('component:default/cart')).toEqual([
      'component:default/gone',
    ]);
    expect(graph.dangling('component:default/web')).toEqual([]);
    expect(graph.dangling('component:default/none')).toEqual([]);
  });

  it('completes the other end of every relation', () => {
    const cart = 'component:default/cart';
    expect(held(graph.targets(cart, 'hasPart'))).toEqual([
      'component:cart-worker',
    ]);
    expect(held(graph.targets('resource:default/db', 'dependencyOf'))).toEqual([
      'component:cart',
    ]);
    expect(held(graph.providers('api:default/orders'))).toEqual([
      'component:cart',
    ]);
    expect(held(graph.targets('group:default/shop', 'parentOf'))).toEqual([
      'group:cart-team',
      'group:pay-team',
    ]);
    expect(held(graph.owners(cart))).toEqual(['group:cart-team']);
  });

  it('hands down from the nearest place first', () => {
    const cart = 'component:default/cart';
    expect(refs(graph.places(cart, 'system'))).toEqual(['system:sales']);
    expect(refs(graph.places(cart, 'domain'))).toEqual([
      'domain:commerce',
      'domain:business',
    ]);
    expect(refs(graph.places(cart, 'owner'))).toEqual([
      'group:cart-team',
      'group:shop',
      'group:company',
    ]);
    expect(graph.places('component:default/jobs', 'owner')).toEqual([]);
    expect(graph.places('component:default/tools', 'owner')).toEqual([]);
  });

  it('counts the other teams that depend on an entity or consume its APIs', () => {
    expect(graph.consumerTeams('component:default/cart')).toEqual([
      'group:default/ops',
      'group:default/pay-team',
      'group:default/web-team',
    ]);
    expect(graph.consumerTeams('api:default/orders')).toEqual([
      'group:default/pay-team',
      'group:default/web-team',
    ]);
    expect(graph.consumerTeams('resource:default/db')).toEqual([
      'group:default/cart-team',
    ]);
    expect(graph.consumerTeams('component:default/web')).toEqual([]);
  });

  it('knows what is shared', () => {
    const pay = createEntityView(COMPANY[12]);
    expect(isShared(graph, 'component:default/cart')).toBe(true);
    expect(isShared(graph, pay.ref)).toBe(false);
    expect(isSharedLibrary(graph, pay)).toBe(true);
    expect(isSharedLibrary(graph, createEntityView(COMPANY[10]))).toBe(false);
  });

  it('reaches the components of a roll-up', () => {
    expect(refs(graph.members('group:default/company'))).toEqual([
      'component:cart',
      'component:cart-worker',
      'component:pay',
    ]);
    expect(refs(graph.members('system:default/sales'))).toEqual([
      'component:cart',
      'component:cart-worker',
      'component:pay',
    ]);
    expect(refs(graph.members('domain:default/business'))).toEqual([
      'component:cart',
      'component:cart-worker',
      'component:pay',
    ]);
    expect(refs(graph.members('user:default/jane'))).toEqual([
      'component:tools',
    ]);
    expect(graph.members('component:default/cart')).toEqual([]);
    expect(graph.members('group:default/nobody')).toEqual([]);
  });

  it('knows what the platform offers', () => {
    expect(graph.isPlatformOffering('resource:default/db')).toBe(true);
    expect(graph.isPlatformOffering('component:default/cart')).toBe(false);
    expect(graph.isPlatformOffering('component:default/gone')).toBe(false);
    expect(graph.hasPlatformOfferings()).toBe(true);
    const other = createCatalogGraph(COMPANY, {
      platformGroupTypes: ['infra'],
    });
    expect(other.hasPlatformOfferings()).toBe(false);
  });

  it('takes an entity that says so for a platform offering', () => {
    const flagged = createCatalogGraph([
      entity('API:login', { annotations: { 'maturity/platform': 'True' } }),
    ]);
    expect(flagged.hasPlatformOfferings()).toBe(true);
  });

  it('does not take a template of the platform team for an offering', () => {
    const templates = createCatalogGraph([
      entity('Group:ops', { spec: { type: 'platform' } }),
      entity('Template:go-service', { spec: { owner: 'ops' } }),
    ]);
    expect(templates.hasPlatformOfferings()).toBe(false);
  });

  it('collects the stacks of all templates', () => {
    const templates = [
      entity('Template:a', { tags: ['golang', 'recommended'] }),
      entity('Template:b', {
        tags: ['go'],
        annotations: { 'maturity/stack': 'ts, COBOL' },
      }),
      entity('Component:c', { tags: ['java'] }),
    ];
    expect(createCatalogGraph(templates).templateStacks()).toEqual([
      'cobol',
      'go',
      'node',
    ]);
    expect(
      createCatalogGraph(templates, {
        stackAliases: new Map([['recommended', 'best']]),
      }).templateStacks(),
    ).toEqual(['best', 'cobol', 'ts']);
  });

  it('keeps the first of two entities with one reference and reports the second', () => {
    const first = entity('Component:cart', { spec: { owner: 'a' } });
    const second = entity('component:Cart', { spec: { owner: 'b' } });
    const doubled = createCatalogGraph([first, second]);
    expect(doubled.get('component:default/cart')?.entity).toBe(first);
    expect(doubled.dangling('component:default/cart')).toEqual([
      'group:default/a',
    ]);
    expect(doubled.duplicates).toEqual([
      {
        ref: 'component:default/cart',
        kept: expect.objectContaining({ entity: first }),
        dropped: expect.objectContaining({ entity: second }),
      },
    ]);
  });

  it('takes a malformed reference for a dangling one', () => {
    const malformed = createCatalogGraph([
      entity('Component:a', { spec: { owner: '/', dependsOn: ['DB', 'x:'] } }),
    ]);
    expect(malformed.dangling('component:default/a')).toEqual([
      '/',
      'db',
      'x:',
    ]);
    expect(malformed.targets('component:default/a', 'dependsOn')).toHaveLength(
      2,
    );
  });

  it('counts teams outside a partial graph', () => {
    const part = [
      entity('Component:a', { spec: { owner: 'own' } }),
      entity('Component:b', {
        spec: { owner: 'outside', dependsOn: ['component:a'] },
      }),
    ];
    const ref = 'component:default/a';
    expect(createCatalogGraph(part).consumerTeams(ref)).toEqual([]);
    const partial = createCatalogGraph(part, { partial: true });
    expect(partial.partial).toBe(true);
    expect(partial.consumerTeams(ref)).toEqual(['group:default/outside']);
  });

  it('uses the relations of the catalog where it gave them', () => {
    const stored = createCatalogGraph([
      {
        ...entity('Component:a', { spec: { owner: 'from-spec' } }),
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/from-catalog' },
        ],
      },
      entity('Group:from-catalog'),
      entity('Group:from-spec'),
    ]);
    expect(held(stored.owners('component:default/a'))).toEqual([
      'group:from-catalog',
    ]);
    expect(refs(stored.members('group:default/from-catalog'))).toEqual([
      'component:a',
    ]);
  });

  it('ends on circles of groups, systems, domains and dependencies', () => {
    const circular = createCatalogGraph([
      entity('Group:a', { spec: { parent: 'b', children: ['a', 'b'] } }),
      entity('Group:b', { spec: { parent: 'a' } }),
      entity('Domain:a', { spec: { subdomainOf: 'b' } }),
      entity('Domain:b', { spec: { subdomainOf: 'a' } }),
      entity('System:s', { spec: { domain: 'a' } }),
      entity('Component:x', {
        spec: {
          owner: 'a',
          system: 's',
          subcomponentOf: 'y',
          dependsOn: ['component:x', 'component:y'],
        },
      }),
      entity('Component:y', {
        spec: {
          owner: 'b',
          subcomponentOf: 'x',
          dependsOn: ['component:x'],
        },
      }),
    ]);
    const x = 'component:default/x';
    expect(refs(circular.places(x, 'owner'))).toEqual(['group:a', 'group:b']);
    expect(refs(circular.places(x, 'domain'))).toEqual([
      'domain:a',
      'domain:b',
    ]);
    for (const whole of ['group:default/b', 'domain:default/b']) {
      expect(refs(circular.members(whole))).toEqual([
        'component:x',
        'component:y',
      ]);
    }
    expect(circular.consumerTeams(x)).toEqual(['group:default/b']);
  });

  it('holds nothing when it is given nothing', () => {
    const empty = createCatalogGraph([]);
    expect(empty.all('component')).toEqual([]);
    expect(empty.templateStacks()).toEqual([]);
    expect(empty.hasPlatformOfferings()).toBe(false);
    expect(empty.members('group:default/a')).toEqual([]);
  });
});

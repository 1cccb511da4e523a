import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createEntityView, isEntityView } from './createEntityView';

/** An entity of any shape, as it may come out of a file. */
function fromFile(value: unknown): Entity {
  return JSON.parse(JSON.stringify(value ?? null));
}

const CHECKOUT: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'Checkout',
    namespace: 'Shop',
    title: 'The checkout',
    tags: ['Go', 'pci'],
    labels: { 'maturity/tier': '3' },
    annotations: { 'maturity/tier': ' 1 ', 'maturity/ci': 'none' },
    links: [
      { url: 'https://acme.test/runbook', type: 'Runbook', title: 'First aid' },
      { url: 'https://acme.test/other', type: 'runbook' },
      { url: 'https://example.com/runbook', type: 'runbook' },
      { url: './runbook.md', type: 'runbook' },
      { url: 'https://acme.test/untyped' },
    ],
  },
  spec: { type: 'Service', lifecycle: 'GA', owner: 'payments' },
};

describe('createEntityView', () => {
  it('is called as its profile says where it has no title', () => {
    const group = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'last-mile' },
      spec: {
        type: 'team',
        children: [],
        profile: { displayName: 'Last mile' },
      },
    };
    expect(createEntityView(group).title).toBe('Last mile');
    const metadata = { ...group.metadata, title: 'The last mile' };
    expect(createEntityView({ ...group, metadata }).title).toBe(
      'The last mile',
    );
    expect(createEntityView({ ...group, spec: {} }).title).toBe('last-mile');
  });

  it('reads the fields that checks share', () => {
    const view = createEntityView(CHECKOUT);
    expect(view).toMatchObject({
      ref: 'component:shop/checkout',
      kind: 'component',
      namespace: 'Shop',
      name: 'Checkout',
    });
    expect(view.entity).toBe(CHECKOUT);
    expect(view.title).toBe('The checkout');
    expect(view.type).toBe('service');
    expect(view.runtime).toBe(true);
    expect(view.lifecycle).toBe('production');
    expect(view.lifecycleWord).toEqual({ raw: 'GA', known: true });
    expect(view.tags).toEqual(['go', 'pci']);
  });

  it('prefers the annotation to the label for the tier', () => {
    const view = createEntityView(CHECKOUT);
    expect(view.tier).toBe(1);
    expect(view.tierWord).toEqual({ raw: '1', source: 'maturity/tier' });
  });

  it('does not fall back to the label when the annotation is malformed', () => {
    const view = createEntityView({
      ...CHECKOUT,
      metadata: {
        ...CHECKOUT.metadata,
        annotations: { 'maturity/tier': 'high' },
      },
    });
    expect(view.tier).toBeUndefined();
    expect(view.tierWord).toEqual({ raw: 'high', source: 'maturity/tier' });
  });

  it('reads the label when there is no annotation', () => {
    const view = createEntityView({
      ...CHECKOUT,
      metadata: { ...CHECKOUT.metadata, annotations: {} },
    });
    expect(view.tier).toBe(3);
    expect(view.tierWord?.source).toBe('metadata.labels[maturity/tier]');
  });

  it('reads annotations through the value rules', () => {
    const view = createEntityView(CHECKOUT);
    expect(view.read('maturity/ci')).toEqual({
      state: 'negative',
      key: 'maturity/ci',
      raw: 'none',
    });
    expect(view.read('maturity/ci')).toBe(view.read('maturity/ci'));
    expect(view.read('maturity/cd').state).toBe('absent');
    expect(view.read('constructor').state).toBe('absent');
    expect(view.read('__proto__').state).toBe('absent');
  });

  it('gives the usable links of a type', () => {
    expect(createEntityView(CHECKOUT).links('RUNBOOK')).toEqual([
      { url: 'https://acme.test/runbook', title: 'First aid', type: 'runbook' },
      { url: 'https://acme.test/other', type: 'runbook' },
    ]);
    expect(createEntityView(CHECKOUT).links('constructor')).toEqual([]);
  });

  it.each([
    ['library', false],
    ['SDK', false],
    ['documentation', false],
    ['service', true],
    ['something new', true],
    ['', true],
  ])('knows whether a %j runs', (type, runtime) => {
    const view = createEntityView({ ...CHECKOUT, spec: { type } });
    expect(view.runtime).toBe(runtime);
  });

  it.each([
    ['nothing', null],
    ['a text', 'component'],
    ['a list', [1]],
    ['no metadata', { kind: 'Component' }],
    ['numbers', { kind: 1, metadata: { name: 2, namespace: 3, tags: 4 } }],
    ['lists', { metadata: [], spec: [], kind: [] }],
    [
      'odd members',
      {
        metadata: {
          annotations: ['a'],
          labels: 'b',
          links: [null, 1, { url: {} }],
          tags: [null, {}, ' '],
        },
        spec: 'x',
      },
    ],
  ])('tolerates %s', (_, value) => {
    const view = createEntityView(fromFile(value));
    expect(view.read('maturity/ci').state).toBe('absent');
    expect([view.type, view.tags, view.links('a')]).toEqual(['', [], []]);
    expect([view.tier, view.lifecycle]).toEqual([undefined, 'production']);
    expect(view.ref).toBe(
      view.kind === 'component' ? 'component:default/' : ':default/',
    );
  });

  it('never throws for any shape', () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.anything(),
          metadata: fc.oneof(
            fc.anything(),
            fc.record({
              name: fc.anything(),
              annotations: fc.dictionary(fc.string(), fc.anything()),
              links: fc.array(fc.anything()),
              tags: fc.anything(),
            }),
          ),
          spec: fc.anything(),
        }),
        fc.string(),
        (entity, key) => {
          let copy: Entity;
          try {
            copy = fromFile(entity);
          } catch {
            return;
          }
          const view = createEntityView(copy);
          expect(view.read(key).key).toBe(key);
          expect(typeof view.title).toBe('string');
          expect(Array.isArray(view.links(key))).toBe(true);
          expect(view.tags.every(tag => tag !== '')).toBe(true);
        },
      ),
    );
  });
});

describe('isEntityView', () => {
  it('tells a view from an entity', () => {
    expect(isEntityView(createEntityView(CHECKOUT))).toBe(true);
    expect(isEntityView(CHECKOUT)).toBe(false);
    expect(isEntityView(fromFile(null))).toBe(false);
    expect(isEntityView(fromFile({ read: 'me' }))).toBe(false);
  });
});

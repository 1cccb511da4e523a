import {
  createCatalogGraph,
  createEntityView,
} from '@backstage-maturity/plugin-maturity-common';
import { component, group } from '../__testUtils__/entities';
import { restrictViews } from './restrictViews';

const A = 'component:default/a';
const HIDDEN = 'component:default/hidden';

function graphOf(withRelations: boolean) {
  const spec = { dependsOn: [HIDDEN, 'component:default/b'] };
  const relations = [
    { type: 'dependsOn', targetRef: 'Component:Default/Hidden' },
    { type: 'dependsOn', targetRef: 'component:default/B' },
    { type: 'ownedBy', targetRef: 'group:default/payments' },
  ];
  const a = component('a', { spec });
  const entities = [
    withRelations ? { ...a, relations } : a,
    component('b'),
    component('hidden', { spec: { dependsOn: [A] } }),
    group('payments'),
  ];
  const views = new Map(
    entities.map(entity => {
      const view = createEntityView(entity);
      return [view.ref, view];
    }),
  );
  const visible = new Set([
    A,
    'component:default/b',
    'group:default/payments',
    'component:default/gone',
  ]);
  return createCatalogGraph(restrictViews(views, visible).values());
}

describe('restrictViews', () => {
  it.each([
    ['that the catalog computed', true],
    ['that only the spec tells', false],
  ])('leaves out entities and relations %s', (_, withRelations) => {
    const graph = graphOf(withRelations);

    expect(graph.entities.map(({ ref }) => ref)).toEqual([
      A,
      'component:default/b',
      'group:default/payments',
    ]);
    expect(graph.targets(A, 'dependsOn').map(({ ref }) => ref)).toEqual([
      'component:default/b',
    ]);
    expect(graph.targets(A, 'dependencyOf')).toEqual([]);
    expect(graph.dangling(A)).toEqual([]);
    expect(graph.owners(A).map(({ ref }) => ref)).toEqual([
      'group:default/payments',
    ]);
  });
});

import type { Entity } from '@backstage/catalog-model';
import { createCatalogGraph } from './createCatalogGraph';
import { GraphAnswers, TrackedGraph } from './TrackedGraph';
import type { CatalogGraph } from './types';

const SELF = 'component:default/self';

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  };
}

const graph = createCatalogGraph([
  entity('Component', 'self', {
    owner: 'red',
    dependsOn: ['resource:db', 'resource:absent'],
  }),
  entity('Group', 'red', { type: 'team' }),
  entity('Resource', 'db', { owner: 'red' }),
]);

const asked = (ask: (tracked: CatalogGraph) => unknown): string[] => {
  const tracked = new TrackedGraph(graph);
  return tracked.record(SELF, () => ask(tracked)).questions;
};

describe('TrackedGraph', () => {
  it('records a question once, and the own reference as nothing', () => {
    expect(
      asked(each => [each.owners(SELF), each.owners(SELF), each.hasAny('api')]),
    ).toEqual(['o', 'napi']);
  });

  it('records what is not there', () => {
    expect(asked(each => each.get('template:default/x'))).toEqual([
      'gtemplate:default/x',
    ]);
  });

  it('records that an entity was read only when something of it was', () => {
    expect(asked(each => each.owners(SELF)[0].view?.ref)).toEqual(['o']);
    expect(asked(each => each.owners(SELF)[0].view?.type)).toEqual([
      'o',
      'vgroup:default/red',
    ]);
  });

  it('gives the answers of the graph', () => {
    const tracked = new TrackedGraph(graph);
    const refs = tracked
      .targets(SELF, 'dependsOn')
      .map(({ ref, view }) => [ref, view?.type]);
    expect(refs).toEqual([
      ['resource:default/absent', undefined],
      ['resource:default/db', ''],
    ]);
  });
});

describe('GraphAnswers', () => {
  const answers = new GraphAnswers(graph, view => `content of ${view.ref}`);

  it.each([
    ['o', '+group:default/red'],
    ['t\ndependsOn', '-resource:default/absent\n+resource:default/db'],
    ['d', 'resource:default/absent'],
    ['p\nowner', 'group:default/red'],
    ['gtemplate:default/x', '-'],
    ['vgroup:default/red', 'content of group:default/red'],
    ['vgroup:default/blue', '-'],
    ['ntemplate', '-'],
    ['ngroup', '+'],
    ['h', '-'],
    ['c', ''],
    ['?', ''],
  ])('answers %j', (question, answer) => {
    expect(answers.answer(SELF, question)).toBe(answer);
  });
});

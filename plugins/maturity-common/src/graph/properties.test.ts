import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createCatalogGraph } from './createCatalogGraph';
import type { CatalogGraph } from './types';

const KINDS = [
  'Component',
  'API',
  'Resource',
  'System',
  'Domain',
  'Group',
  'User',
  'Template',
];
const NAMES = ['a', 'b', 'c'];
const RELATIONS = ['ownedBy', 'partOf', 'hasPart', 'dependsOn', 'parentOf'];

const name = fc.constantFrom(...NAMES);
const reference = fc.oneof(
  name,
  fc.tuple(fc.constantFrom(...KINDS), name).map(parts => parts.join(':')),
  fc.constantFrom('', ':', 'a/', '__proto__', 'constructor:toString', 'x:y/z'),
);
const references = fc.oneof(fc.array(reference, { maxLength: 3 }), reference);
const spec = fc.record(
  {
    type: fc.constantFrom('service', 'library', 'platform', 'team'),
    owner: reference,
    system: reference,
    domain: reference,
    subdomainOf: reference,
    subcomponentOf: reference,
    parent: reference,
    children: references,
    members: references,
    memberOf: references,
    dependsOn: references,
    dependencyOf: references,
    providesApis: references,
    consumesApis: references,
  },
  { requiredKeys: [] },
);
const relations = fc.array(
  fc.record({
    type: fc.constantFrom(...RELATIONS),
    targetRef: fc
      .tuple(fc.constantFrom(...KINDS), name)
      .map(([kind, target]) => `${kind}:default/${target}`),
  }),
  { maxLength: 3 },
);
const entities: fc.Arbitrary<Entity[]> = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      name,
      tags: fc.array(fc.constantFrom('go', 'java', 'web')),
      spec,
      relations: fc.option(relations, { nil: undefined, freq: 3 }),
    })
    .map(parts => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: parts.kind,
      metadata: { name: parts.name, tags: parts.tags },
      spec: parts.spec,
      ...(parts.relations && { relations: parts.relations }),
    })),
  {
    selector: ({ kind, metadata }) => `${kind}:${metadata.name}`,
    maxLength: 24,
  },
);

/** Every answer that the graph gives about every reference that can occur. */
function answers(graph: CatalogGraph) {
  const refs = KINDS.flatMap(kind =>
    NAMES.map(entityName => `${kind.toLowerCase()}:default/${entityName}`),
  );
  return {
    all: KINDS.map(kind => graph.all(kind).map(({ ref }) => ref)),
    stacks: graph.templateStacks(),
    offerings: graph.hasPlatformOfferings(),
    byRef: refs.map(ref => ({
      held: graph.get(ref)?.ref,
      targets: RELATIONS.map(relation =>
        graph
          .targets(ref, relation)
          .map(target => [target.ref, target.view?.ref]),
      ),
      system: graph.places(ref, 'system').map(place => place.ref),
      domain: graph.places(ref, 'domain').map(place => place.ref),
      owner: graph.places(ref, 'owner').map(place => place.ref),
      teams: graph.consumerTeams(ref),
      dangling: graph.dangling(ref),
      offering: graph.isPlatformOffering(ref),
      members: graph.members(ref).map(member => member.ref),
    })),
  };
}

describe('a graph', () => {
  it('gives the same answers for entities in any order, circles included', () => {
    fc.assert(
      fc.property(
        entities.chain(original =>
          fc.tuple(
            fc.constant(original),
            fc.shuffledSubarray(original, { minLength: original.length }),
          ),
        ),
        ([original, shuffled]) => {
          expect(answers(createCatalogGraph(shuffled))).toEqual(
            answers(createCatalogGraph(original)),
          );
        },
      ),
    );
  });

  it('gives the same answers when asked again', () => {
    fc.assert(
      fc.property(entities, original => {
        const graph = createCatalogGraph(original);
        const first = answers(graph);
        expect(answers(graph)).toEqual(first);
      }),
    );
  });

  it('never says that an entity is missing which it holds', () => {
    fc.assert(
      fc.property(entities, original => {
        const graph = createCatalogGraph(original);
        for (const view of graph.entities) {
          for (const ref of graph.dangling(view.ref)) {
            expect(graph.get(ref)).toBeUndefined();
          }
        }
      }),
    );
  });

  it('agrees with itself from both ends of a relation', () => {
    fc.assert(
      fc.property(entities, original => {
        const graph = createCatalogGraph(original);
        for (const view of graph.entities) {
          for (const part of graph.targets(view.ref, 'hasPart')) {
            expect(
              graph.targets(part.ref, 'partOf').map(({ ref }) => ref),
            ).toContain(view.ref);
          }
        }
      }),
    );
  });

  it('is built from entities of any shape', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.oneof(fc.constantFrom(...KINDS), fc.jsonValue()),
            metadata: fc.jsonValue(),
            spec: fc.jsonValue(),
            relations: fc.jsonValue(),
          }),
        ),
        shapes => {
          const graph = createCatalogGraph(JSON.parse(JSON.stringify(shapes)));
          expect(graph.entities.length + graph.duplicates.length).toBe(
            shapes.length,
          );
          answers(graph);
        },
      ),
    );
  });
});

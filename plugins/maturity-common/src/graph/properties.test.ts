import fc from 'fast-check';
import { createCatalogGraph } from './createCatalogGraph';
import { KINDS, answers, entities } from './__testUtils__/randomCatalogs';

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

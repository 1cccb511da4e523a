import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createEntityView } from '../entity';
import { createCatalogGraph } from './createCatalogGraph';
import {
  answers,
  entities,
  KINDS,
  NAMES,
  RELATIONS,
} from './__testUtils__/randomCatalogs';
import { RELATION_TYPES } from './relations';
import { touchedQuestions } from './touchedQuestions';
import { GraphAnswers } from './TrackedGraph';
import type { ViewChange } from './types';

const REFS = KINDS.flatMap(kind =>
  NAMES.map(name => `${kind.toLowerCase()}:default/${name}`),
);

const TYPES = [...new Set([...RELATION_TYPES, ...RELATIONS])];

/** Every question that can be asked about an entity. */
const QUESTIONS = REFS.flatMap(ref => [
  ...['g', 'v', 'o', 'c', 'r', 'd', 'i', 'm'].map(letter => letter + ref),
  ...TYPES.map(type => `t${ref}\n${type}`),
  ...['system', 'domain', 'owner'].map(place => `p${ref}\n${place}`),
]).concat(KINDS.map(kind => `a${kind.toLowerCase()}`));

const byRef = (catalog: readonly Entity[]) =>
  new Map(
    catalog.map(entity => {
      const view = createEntityView(entity);
      return [view.ref, view] as const;
    }),
  );

/** What turns one catalog into the other. */
function changesBetween(
  before: readonly Entity[],
  after: readonly Entity[],
): ViewChange[] {
  const old = byRef(before);
  const now = byRef(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter(
      ref =>
        JSON.stringify(old.get(ref)?.entity) !==
        JSON.stringify(now.get(ref)?.entity),
    )
    .map(ref => ({ ref, view: now.get(ref) }));
}

/** A catalog, and what becomes of it when some of its entities are replaced by those of another one. */
const twoStates = fc
  .tuple(entities, entities, fc.integer({ min: 1, max: 4 }))
  .map(([before, other, most]) => {
    const changes = changesBetween(before, other).slice(0, most);
    const after = new Map(byRef(before));
    for (const { ref, view } of changes) {
      if (view) after.set(ref, view);
      else after.delete(ref);
    }
    return { before, changes, after: [...after.values()] };
  });

const textOf = ({ entity }: { entity: Entity }) => JSON.stringify(entity);

describe('a graph after a change', () => {
  it('gives the answers of one that was built anew, and leaves the old one as it was', () => {
    fc.assert(
      fc.property(twoStates, ({ before, changes, after }) => {
        const old = createCatalogGraph(before);
        const answersBefore = answers(old);
        const changed = old.with(changes).after;
        expect(answers(changed)).toEqual(answers(createCatalogGraph(after)));
        expect(answers(old)).toEqual(answersBefore);
      }),
      { numRuns: 500 },
    );
  });

  it('touches every question that has another answer', () => {
    fc.assert(
      fc.property(twoStates, ({ before, changes }) => {
        const change = createCatalogGraph(before).with(changes);
        const touched = touchedQuestions(change);
        const old = new GraphAnswers(change.before, textOf);
        const now = new GraphAnswers(change.after, textOf);
        const missed = QUESTIONS.filter(
          question =>
            old.answer('', question) !== now.answer('', question) &&
            !touched.has(question.split('\n')[0]),
        );
        expect(missed).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

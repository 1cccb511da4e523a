import type { Entity } from '@backstage/catalog-model';
import {
  countSignals,
  createCatalogGraph,
  createDefinitionSet,
  evaluate,
  type Scorecard,
  scoreEntity,
} from '@backstage-maturity/plugin-maturity-common';
import { AdviceInput } from './AdviceInput';

function card(entityRef: string, stage: Scorecard['stage']): Scorecard {
  return { entityRef, stage, target: null, notes: [], tracks: {}, results: [] };
}

function heads(hashes: Readonly<Record<string, string>>) {
  return new Map(
    Object.entries(hashes).map(([ref, contentHash]) => [
      ref,
      { contentHash, input: undefined },
    ]),
  );
}

describe('AdviceInput', () => {
  const stages = (input: AdviceInput, refs: readonly string[]) =>
    input.scorecardsOf(refs).map(({ stage }) => stage);

  it('names what it lacks of some scorecards, with what it holds instead', () => {
    const input = new AdviceInput();
    input.add(card('a', 'sre'), 'a1');
    input.add(card('b', 'sre'), 'b1');
    const stored = heads({ a: 'a1', b: 'b2', c: 'c1', d: 'd1' });

    expect([...input.lacking(['a', 'b', 'c', 'gone'], stored)]).toEqual([
      ['b', 'b1'],
      ['c', undefined],
    ]);
  });

  it('does not replace what a sweep has added since', () => {
    const input = new AdviceInput();
    input.add(card('a', 'starting'), 'a1');
    input.add(card('a', 'sre'), 'a3');
    const hashes = { contentHash: 'a2', before: 'a1' };
    input.addUnlessOvertaken(card('a', 'devops'), hashes);

    expect(stages(input, ['a'])).toEqual(['sre']);
  });

  it('replaces what it still holds', () => {
    const input = new AdviceInput();
    const add = (
      stage: Scorecard['stage'],
      contentHash: string,
      before?: string,
    ) => input.addUnlessOvertaken(card('a', stage), { contentHash, before });
    add('starting', 'a1');
    add('devops', 'a2', 'a1');

    expect(stages(input, ['a', 'b'])).toEqual(['devops']);
  });

  it('keeps all that the advisor looks at', () => {
    const entity = (
      kind: string,
      name: string,
      annotations: Record<string, string> = {},
    ): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, annotations },
      spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    });
    const entities = [
      entity('Template', 'paved'),
      entity('Component', 'a', {
        'maturity/ci': 'jenkins',
        'backstage.io/kubernetes-id': 'a',
      }),
      entity('Component', 'b', {
        'maturity/ci': 'github-actions',
        'maturity/stack': 'go',
      }),
      entity('Component', 'c', { 'maturity/golden-path': 'template:paved' }),
      entity('Component', 'd'),
    ];
    const definitions = createDefinitionSet();
    const graph = createCatalogGraph(entities);
    const scorecards = graph.all('component').map(view => {
      const results = evaluate(view, { graph, definitions, facts: {}, now: 0 });
      return scoreEntity(view, results, { definitions, graph });
    });
    const input = new AdviceInput();
    for (const one of scorecards) input.add(one, 'hash');

    const count = (cards: readonly Scorecard[]) =>
      countSignals({ graph, scorecards: cards, definitions });
    expect(count(input.scorecards())).toEqual(count(scorecards));
    expect(count(scorecards).signals).toMatchObject({
      ciProviders: 2,
      goldenPathShare: 0.25,
      runtimeShare: 0.25,
      stacks: 1,
    });
  });
});

import { createDefinitionSet } from '../checks/config';
import { createCatalogGraph } from '../graph';
import { component, DELIVERED, entity, SHOP } from './fixtures/shop';
import { scoreAll } from './scoreAll';
import type { Scorecard } from './types';

const NOW = Date.UTC(2026, 10, 23);

function cards(
  entities: Iterable<(typeof SHOP)[number]>,
  definitions = createDefinitionSet(),
): Map<string, Scorecard> {
  const graph = createCatalogGraph(entities);
  return new Map(
    Array.from(scoreAll(graph, definitions, { now: NOW }), ({ card }) => [
      card.entityRef.replace('component:default/', ''),
      card,
    ]),
  );
}

describe('scoreAll', () => {
  it('scores every component in reference order, and nothing else', () => {
    expect([...cards(SHOP).keys()]).toEqual([
      'buttons',
      'cart',
      'old-cart',
      'pay',
      'try-out',
    ]);
  });

  it('gives stage and target by lifecycle, type and gates', () => {
    const found = Array.from(
      cards(SHOP),
      ([name, { stage, target, notes }]) => [name, stage, target, notes],
    );
    expect(found).toEqual([
      ['buttons', 'starting', 'devops', []],
      ['cart', 'devops', 'platform', []],
      ['old-cart', null, null, []],
      ['pay', 'starting', 'platform', []],
      ['try-out', 'exploring', null, []],
    ]);
  });

  it('holds all results in definition order, those that do not apply included', () => {
    const definitions = createDefinitionSet();
    for (const card of cards(SHOP, definitions).values()) {
      expect(card.results.map(({ check }) => check)).toEqual(
        definitions.checks.map(({ definition }) => definition.id),
      );
    }
  });

  it('shows tracks that do not apply with empty figures', () => {
    expect(cards(SHOP).get('buttons')?.tracks.sre).toEqual({
      level: null,
      achievable: null,
      score: null,
      coverage: null,
      proven: null,
      next: [],
    });
  });

  it('aims lower without a Template, and lowest for tier 4', () => {
    const target = (...entities: (typeof SHOP)[number][]) =>
      cards(entities).get('a')?.target;
    const tier = (value: string) =>
      component('a', { annotations: { 'maturity/tier': value } });
    const template = entity('Template', 't');
    expect(target(component('a'))).toBe('sre');
    expect(target(tier('3'))).toBe('devops');
    expect(target(tier('3'), template)).toBe('platform');
    expect(target(tier('4'), template)).toBe('devops');
  });

  it('takes the tier that decides which checks apply: an agreement lifts tier 4 to 2', () => {
    const promised = component('a', {
      annotations: {
        'maturity/tier': '4',
        'maturity/sla': 'availability 99% 30d',
      },
    });
    expect(cards([promised]).get('a')?.target).toBe('sre');
  });

  it('scores own tracks, and leaves them out of the stage', () => {
    const definitions = createDefinitionSet({
      tracks: [{ id: 'security', title: 'Security', levels: ['Basic'] }],
      checks: {
        'threat-model': {
          track: 'security',
          level: 1,
          weight: 3,
          title: 'A threat model exists',
          applies: { kind: 'Component', 'spec.lifecycle': 'production' },
          pass: {
            'metadata.annotations.acme.com/threat-model': { $exists: true },
          },
          remedy: 'Write a threat model and link it.',
        },
      },
    });
    expect(definitions.problems).toEqual([]);
    const found = cards(SHOP, definitions);
    expect(Object.keys(found.get('cart')?.tracks ?? {})).toEqual([
      'devops',
      'sre',
      'platform',
      'security',
    ]);
    expect(found.get('cart')).toMatchObject({
      stage: 'devops',
      tracks: { security: { level: 0, score: 0, next: ['threat-model'] } },
    });
    expect(found.get('try-out')?.tracks.security.level).toBeNull();
  });

  it('keeps the gate of a track closed that exemptions emptied', () => {
    const bare = createDefinitionSet();
    const job = component('job', {
      annotations: { ...DELIVERED, 'maturity/tier': '4' },
    });
    const sre = bare.checks
      .map(({ definition }) => definition)
      .filter(({ track }) => track === 'sre');
    const waived = createDefinitionSet({
      exemptions: sre.map(({ id }) => ({
        entity: 'component:default/job',
        check: id,
        reason: 'It is switched off next month.',
        until: '2026-12-31',
        approvedBy: 'user:default/ada',
      })),
    });
    expect(waived.problems).toEqual([]);
    const team = entity('Group', 'shop-team', {
      spec: { type: 'team', children: [] },
    });
    const card = cards([job, team], waived).get('job');
    expect(card?.tracks.sre.level).toBeNull();
    expect(card?.stage).toBe('devops');
  });

  it('does not depend on the order of the entities', () => {
    expect([...cards([...SHOP].reverse())]).toEqual([...cards(SHOP)]);
  });

  it('limits itself to what it is asked for and passes facts on', () => {
    const graph = createCatalogGraph(SHOP);
    const asked: string[] = [];
    const found = Array.from(
      scoreAll(graph, createDefinitionSet(), {
        now: NOW,
        only: ({ name }) => name === 'cart',
        factsFor: ({ name }) => {
          asked.push(name);
          return { errors: { repository: 'The host is down.' } };
        },
      }),
    );
    expect(found.map(({ view }) => view.name)).toEqual(['cart']);
    expect(asked).toEqual(['cart']);
    expect(found[0].card.results.some(({ reason }) => reason === 'error')).toBe(
      true,
    );
  });
});

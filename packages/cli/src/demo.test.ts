import { resolve } from 'node:path';
import {
  countSignals,
  createCatalogGraph,
  createDefinitionSet,
  scoreAll,
} from '@backstage-maturity/plugin-maturity-common';
import type {
  CheckResult,
  Scorecard,
  Status,
} from '@backstage-maturity/plugin-maturity-common';
import { loadCatalog } from './load/loadCatalog';

const ROOT = resolve(__dirname, '../../..');

/** Readiness reviews and recovery tests in the demo grow old; see examples/README.md. */
const NOW = Date.parse('2026-11-23T12:00:00Z');

async function scoreDemo(paths: readonly string[]) {
  const { entities, problems } = await loadCatalog({
    paths,
    context: [],
    cwd: ROOT,
  });
  const graph = createCatalogGraph(entities.map(({ entity }) => entity));
  const definitions = createDefinitionSet();
  const cards = [...scoreAll(graph, definitions, { now: NOW })].map(
    ({ card }) => card,
  );
  return { entities, problems, graph, definitions, cards };
}

type Demo = Awaited<ReturnType<typeof scoreDemo>>;

function cardOf({ cards }: Demo, name: string): Scorecard {
  const ref = `component:default/${name}`;
  const card = cards.find(each => each.entityRef === ref);
  if (!card) {
    throw new Error(`The demo organization has no "${ref}".`);
  }
  return card;
}

function levelsOf(card: Scorecard) {
  const { devops, sre, platform } = card.tracks;
  return [devops.level, sre.level, platform.level];
}

function resultsOf({ cards }: Demo): CheckResult[] {
  return cards.flatMap(card => card.results);
}

describe('the demo organization', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await scoreDemo(['examples/all.yaml', 'catalog-info.yaml']);
  });

  function count(kind: string, accept = (_type: string) => true): number {
    return demo.graph.all(kind).filter(view => accept(view.type)).length;
  }

  it('is read without a single problem', () => {
    expect(demo.problems).toEqual([]);
  });

  it('is the same when its folders are read', async () => {
    const folders = await scoreDemo([
      'examples',
      'catalog-info.yaml',
      'templates/*.yaml',
    ]);
    expect(folders.problems).toEqual([]);
    expect(folders.cards).toEqual(demo.cards);
  });

  it('has the size that it promises', () => {
    expect({
      organizations: count('group', type => type === 'organization'),
      departments: count('group', type => type === 'department'),
      platformTeams: count('group', type => type === 'platform'),
      teams: count('group', type => type === 'team'),
      users: count('user'),
      domains: count('domain'),
      systems: count('system'),
      components: count('component'),
      apis: count('api'),
      resources: count('resource'),
      templates: count('template'),
    }).toEqual({
      organizations: 1,
      departments: 4,
      platformTeams: 1,
      // Twelve of the company and the maintainers of this repository.
      teams: 13,
      users: 42,
      domains: 5,
      systems: 13,
      components: 65,
      apis: 23,
      resources: 24,
      templates: 8,
    });
  });

  it('has every lifecycle, tier, and kind of thing', () => {
    const components = demo.graph.all('component');
    const types = new Set(components.map(view => view.type));
    expect([...types].sort()).toEqual([
      'documentation',
      'job',
      'library',
      'ml-model',
      'ml-service',
      'mobile-app',
      'service',
      'tool',
      'website',
      'worker',
    ]);
    expect(new Set(components.map(view => view.lifecycleWord.raw))).toEqual(
      new Set([
        ...['production', 'live', 'ga', 'stable', 'prod'],
        ...['poc', 'alpha', 'incubating', 'prototype'],
        ...['deprecated', 'eol', 'retired'],
        'maintenance',
      ]),
    );
    expect(new Set(components.map(view => view.tier))).toEqual(
      new Set([1, 2, 3, 4, undefined]),
    );
    const resourceTypes = new Set(
      demo.graph.all('resource').map(view => view.type),
    );
    expect([...resourceTypes].sort()).toEqual([
      'bucket',
      'cache',
      'database',
      'kubernetes-cluster',
      'queue',
      'topic',
    ]);
  });

  it('makes the guest of the portal a member of a team', () => {
    const teams = demo.graph.targets('user:default/guest', 'memberOf');
    expect(teams.map(({ ref }) => ref)).toEqual(['group:default/tracking']);
    expect(demo.graph.members('group:default/tracking').length).toBe(6);
  });

  it('shows every result that a check can give', () => {
    const seen = new Map<string, Set<Status>>();
    for (const { check, status } of resultsOf(demo)) {
      seen.set(check, (seen.get(check) ?? new Set()).add(status));
    }
    const expected = demo.definitions.checks.map(({ definition }) => {
      const statuses: Status[] = ['pass', 'fail'];
      // It is unknown only in a catalog without any offering of a platform.
      const offered = definition.id === 'platform-capabilities-consumed';
      if (definition.absent === 'unknown' && !offered) {
        statuses.push('unknown');
      }
      if (definition.applies !== 'ALL') {
        statuses.push('not-applicable');
      }
      return [definition.id, statuses.sort()];
    });
    expect(expected).toHaveLength(48);
    expect(
      [...seen].map(([check, statuses]) => [check, [...statuses].sort()]),
    ).toEqual(expected);
  });

  it('shows every stage, with a realistic middle', () => {
    const stages = new Map<string | null, number>();
    for (const { stage } of demo.cards) {
      stages.set(stage, (stages.get(stage) ?? 0) + 1);
    }
    expect(Object.fromEntries(stages)).toEqual({
      exploring: 4,
      starting: 21,
      devops: 9,
      sre: 7,
      platform: 21,
      null: 3,
    });
  });

  it.each([
    ['booking-service', 'platform', [4, 4, 4]],
    ['tracking-service', 'platform', [4, 4, 4]],
    ['identity-service', 'platform', [4, 4, 4]],
    ['payment-gateway', 'sre', [4, 4, 1]],
    ['delivery-dispatch', 'platform', [4, 2, 4]],
    ['invoice-service', 'devops', [3, 1, 4]],
    ['route-optimizer', 'starting', [1, 2, 1]],
    ['warehouse-management', 'starting', [0, 0, 1]],
    ['design-system', 'platform', [3, null, 4]],
    ['booking-sandbox', 'exploring', [1, null, 1]],
    ['customs-archive', null, [0, 1, 1]],
  ])('scores %s as %s with the levels %j', (name, stage, levels) => {
    const card = cardOf(demo, name);
    expect([card.stage, levelsOf(card)]).toEqual([stage, levels]);
  });

  it('says where reliability work rests on manual delivery', () => {
    const names = demo.cards
      .filter(card => card.notes.includes('out-of-order'))
      .map(card => card.entityRef);
    expect(names).toContain('component:default/route-optimizer');
  });

  it('shows evidence that is inherited from a system, a domain and an owner', () => {
    const from = (name: string, check: string) =>
      cardOf(demo, name)
        .results.find(result => result.check === check)
        ?.evidence.map(evidence => evidence.from);
    expect(from('ledger', 'change-review')).toEqual([
      'system:default/payments',
    ]);
    expect(from('tracking-web-widget', 'change-review')).toEqual([null]);
    expect(from('ledger', 'error-budget-policy')).toEqual([
      'domain:default/finance-and-compliance',
    ]);
    expect(from('delivery-dispatch', 'error-budget-policy')).toEqual([
      'group:default/operations-engineering',
    ]);
    expect(from('booking-service', 'toil-tracked')).toEqual([
      'group:default/booking',
    ]);
  });

  it('gives the advisor something to say', () => {
    const { signals } = countSignals({
      graph: demo.graph,
      scorecards: demo.cards,
      definitions: demo.definitions,
    });
    expect(signals).toMatchObject({
      teams: 13,
      developers: 42,
      productionServices: 49,
      stacks: 10,
      regulatedServices: 8,
      mlServices: 5,
      resourceTypes: 6,
      levels: { devops: 1, sre: 1, platform: 1 },
    });
  });

  it('scores this repository honestly', () => {
    const card = cardOf(demo, 'backstage-maturity');
    expect([card.stage, card.target, levelsOf(card)]).toEqual([
      'starting',
      'devops',
      [0, null, 1],
    ]);
    expect(card.tracks.devops.next).toEqual(['source-linked']);
  });
});

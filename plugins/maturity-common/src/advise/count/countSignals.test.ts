import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createDefinitionSet } from '../../checks/config';
import { createCatalogGraph } from '../../graph';
import { scoreAll } from '../../score';
import { component, entity, SHOP } from '../../score/fixtures/shop';
import { advise, triggersOf } from '../advise';
import { countSignals } from './countSignals';

const definitions = createDefinitionSet();

function count(entities: readonly Entity[], onboardingDays?: number) {
  const graph = createCatalogGraph(entities);
  const scorecards = Array.from(
    scoreAll(graph, definitions, { now: Date.UTC(2026, 10, 23) }),
    ({ card }) => card,
  );
  return countSignals({ graph, scorecards, definitions, onboardingDays });
}

describe('countSignals', () => {
  it('counts a small shop as by hand', () => {
    expect(count(SHOP, 12).signals).toEqual({
      teams: 2,
      developers: 2,
      services: 3,
      productionServices: 2,
      experimentalServices: 1,
      stacks: 2,
      ciProviders: 2,
      maxFanInTeams: 1,
      tier1Services: 1,
      slaServices: 1,
      legacyCriticalShare: 0.5,
      regulatedServices: 1,
      mlServices: 0,
      resourceTypes: 1,
      resourcesPerService: 0.5,
      onboardingDays: 12,
      goldenPathShare: 0,
      runtimeShare: 0,
      levels: { devops: 0, sre: 0, platform: 0 },
    });
  });

  it('counts the production services that are linked to where they run', () => {
    const linked = (name: string, key: string, value = name) =>
      component(name, { annotations: { [key]: value } });
    const entities = [
      linked('a', 'backstage.io/kubernetes-id'),
      linked('b', 'argocd/app-name'),
      linked('c', 'maturity/runtime', 'none'),
      component('d'),
      component('e', { spec: { lifecycle: 'experimental' } }),
    ];
    const { signals, sources } = count(entities);
    expect(signals.runtimeShare).toBe(0.5);
    expect(sources.refs.runtimeShare).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
  });

  it('does not count what nobody asks for', () => {
    const experiment = component('e', { spec: { lifecycle: 'experimental' } });
    expect(count([experiment]).signals).not.toHaveProperty('runtimeShare');
    const off = createDefinitionSet({
      checks: { 'runtime-linked': { enabled: false } },
    });
    const graph = createCatalogGraph([component('a')]);
    const scorecards = Array.from(
      scoreAll(graph, off, { now: 0 }),
      ({ card }) => card,
    );
    const counted = countSignals({ graph, scorecards, definitions: off });
    expect(counted.signals).not.toHaveProperty('runtimeShare');
  });

  it('keeps the entities behind each measure', () => {
    const { refs, commonestStack, commonestResourceType, minorityCi } =
      count(SHOP).sources;
    const name = (ref: string) => ref.replace('component:default/', '');
    expect(refs.teams).toEqual([
      'group:default/pay-team',
      'group:default/shop-team',
    ]);
    expect(refs.developers).toEqual(['user:default/ada', 'user:default/bo']);
    expect(refs.tier1Services.map(name)).toEqual(['cart']);
    expect(refs.slaServices.map(name)).toEqual(['pay']);
    expect(refs.regulatedServices.map(name)).toEqual(['pay']);
    expect(refs.legacyCriticalShare.map(name)).toEqual(['pay']);
    expect(refs.maxFanInTeams.map(name)).toEqual(['pay']);
    expect(refs.resourceTypes).toEqual(['resource:default/db']);
    expect(refs.resourcesPerService.map(name)).toEqual(['cart']);
    expect(refs.experimentalShare.map(name)).toEqual(['try-out']);
    expect(refs.devopsLevel.map(name)).toEqual(['buttons', 'cart', 'pay']);
    expect(commonestStack).toBe('java');
    expect(commonestResourceType).toBe('database');
    expect(minorityCi.map(name)).toEqual(['pay']);
  });

  it('tells how much of the catalog the counts rest on', () => {
    expect(count(SHOP).sources.coverage).toEqual({
      owner: 1,
      stack: 1,
      tier: 1,
      users: true,
    });
    const sparse = [
      component('a', { tags: ['go'] }),
      component('b', { annotations: { 'maturity/tier': '2' } }),
      component('c', { spec: { owner: 'nobody' } }),
      component('d'),
      entity('Group', 'shop-team', { spec: { type: 'team', children: [] } }),
    ];
    expect(count(sparse).sources.coverage).toEqual({
      owner: 0.75,
      stack: 0.25,
      tier: 0.25,
      users: false,
    });
    expect(count(sparse).signals.developers).toBeNull();
  });

  it('has zeros and no developers for an empty catalog', () => {
    const { signals, sources } = count([]);
    expect(signals).toMatchObject({
      teams: 0,
      developers: null,
      services: 0,
      legacyCriticalShare: 0,
      resourcesPerService: 0,
      goldenPathShare: 0,
      levels: { devops: 0, sre: 0, platform: 0 },
    });
    expect(sources.work).toEqual([]);
    expect(advise(signals, { sources }).primary).toBe('insufficient-data');
  });

  it('counts API consumers for the provider, and groups that are no team not at all', () => {
    const consumer = (name: string) => [
      component(name, {
        spec: { owner: `${name}-team`, consumesApis: ['orders'] },
      }),
      entity('Group', `${name}-team`, { spec: { type: 'team', children: [] } }),
    ];
    const { signals, sources } = count([
      component('orders', { spec: { providesApis: ['orders'] } }),
      entity('API', 'orders', {
        spec: { type: 'openapi', owner: 'shop-team' },
      }),
      entity('Group', 'shop-team', {
        spec: { type: 'department', children: [] },
      }),
      ...consumer('a'),
      ...consumer('b'),
      ...consumer('c'),
    ]);
    expect(signals).toMatchObject({ teams: 3, maxFanInTeams: 3 });
    expect(sources.refs.maxFanInTeams).toEqual([
      'api:default/orders',
      'component:default/orders',
    ]);
  });

  it('does not depend on the order of the entities', () => {
    const expected = count(SHOP);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...SHOP], {
          minLength: SHOP.length,
          maxLength: SHOP.length,
        }),
        entities => {
          const { signals, sources } = count(entities);
          expect({ signals, sources }).toEqual(expected);
          expect(advise(signals, { sources })).toEqual(
            advise(expected.signals, { sources: expected.sources }),
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('advise on a counted catalog', () => {
  it('names the entities behind each rule', () => {
    const { signals, sources } = count(SHOP);
    const advice = advise(signals, { sources });
    expect(triggersOf(advice)).toEqual(['D1', 'D2', 'D3', 'S4', 'P2']);
    expect(advice.confidence).toBe('high');
    expect(advice.caveats).toEqual(['fix-architecture-first']);
    const d3 = advice.verdicts.devops.evidence.find(e => e.ruleId === 'D3');
    expect(d3).toEqual({
      ruleId: 'D3',
      measure: 'regulatedServices',
      value: 1,
      threshold: 1,
      origin: 'ours',
      entityRefs: ['component:default/pay'],
      count: 1,
      claims: [24, 25, 26, 27],
    });
  });

  it('starts with the redesign and goes on with the leverage list of the primary track', () => {
    const { signals, sources } = count(SHOP);
    const [first, second, third] = advise(signals, { sources }).nextActions;
    expect(first).toEqual({
      id: 'S5',
      check: 'redundancy-declared',
      count: 1,
      entityRefs: ['component:default/pay'],
      filter: 'q=component%3Adefault%2Fpay',
      text: expect.stringContaining('component:default/pay'),
    });
    const blocking = sources.work.filter(
      work => work.track === 'devops' && work.blocking,
    );
    expect([second.check, third.check]).toEqual(
      blocking.slice(0, 2).map(({ check }) => check),
    );
    expect(second).toMatchObject({
      count: blocking[0].entityRefs.length,
      filter: `check=${blocking[0].check}&status=fail&status=unknown&lifecycle=production`,
    });
  });

  it('lists ten entities and counts them all', () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      component(`s${String(i).padStart(2, '0')}`, {
        annotations: { 'maturity/tier': '1' },
      }),
    );
    const { signals, sources } = count(many);
    const { verdicts } = advise(signals, { sources });
    const s4 = verdicts.sre.evidence.find(({ ruleId }) => ruleId === 'S4');
    expect(s4?.entityRefs).toHaveLength(10);
    expect(s4).toMatchObject({ value: 25, count: 25 });
  });

  it('finds light DevOps work in a catalog of experiments', () => {
    const trial = { spec: { lifecycle: 'experimental', owner: 'nobody' } };
    const { signals, sources } = count([
      component('a', trial),
      component('b', trial),
    ]);
    const advice = advise(signals, { sources });
    expect(advice.primary).toBe('devops-light');
    expect(advice.nextActions.map(({ check, count: n }) => [check, n])).toEqual(
      [
        ['owner-assigned', 2],
        ['source-linked', 2],
        ['ci-pipeline', 2],
      ],
    );
  });

  it('calls the stack count a lower bound when few services tell theirs', () => {
    const { signals, sources } = count([
      component('a', { tags: ['go'] }),
      component('b'),
      component('c', { annotations: { 'maturity/tier': '1' } }),
    ]);
    expect(advise(signals, { sources }).caveats).toEqual([
      'developer-count-unknown',
      'stack-count-lower-bound',
    ]);
  });

  it('passes over a trigger with nothing left to do', () => {
    const { signals, sources } = count(SHOP);
    const settled = {
      ...signals,
      legacyCriticalShare: 0,
      levels: { devops: 2, sre: 0, platform: 0 },
    };
    const trail = (work: typeof sources.work) =>
      advise(settled, { sources: { ...sources, work } }).nextActions[0].id;
    expect(trail(sources.work)).toBe('D3');
    expect(
      trail(sources.work.filter(({ check }) => check !== 'audit-trail')),
    ).toBe('D2');
  });

  it('asks for a target of the most used entity while it has none', () => {
    const { signals, sources } = count(SHOP);
    const shared = {
      ...signals,
      regulatedServices: 0,
      tier1Services: 0,
      slaServices: 0,
      maxFanInTeams: 3,
      legacyCriticalShare: 0,
      levels: { devops: 2, sre: 0, platform: 0 },
    };
    const first = (done: readonly string[]) =>
      advise(shared, {
        sources: {
          ...sources,
          work: sources.work.filter(({ check }) => !done.includes(check)),
        },
      }).nextActions[0];
    expect(first([])).toMatchObject({
      id: 'S2',
      check: 'slo-defined',
      entityRefs: ['component:default/pay'],
      filter:
        'check=slo-defined&status=fail&status=unknown&lifecycle=production&q=component%3Adefault%2Fpay',
    });
    expect(first(['slo-defined']).id).not.toBe('S2');
  });
});

import { createCatalogGraph } from '../graph';
import { effectiveTier, isMachineLearning, isRegulated } from './applicability';
import { createContext } from './context';
import { entitiesOf, entity, NOW } from './fixtures/world';
import type { World } from './fixtures/world';
import { DEFAULT_SETTINGS } from './settings';

function scene(world: World) {
  const graph = createCatalogGraph(entitiesOf(world));
  const view = graph.get('component:default/shop');
  if (!view) {
    throw new Error('The world has no service.');
  }
  const settings = { ...DEFAULT_SETTINGS, ...world.settings };
  const context = createContext({ view, graph, settings, facts: {}, now: NOW });
  return { graph, view, settings, context };
}

/** Components of that many other teams that depend on the service. */
function consumers(count: number) {
  return Array.from({ length: count }, (_, at) => `team-of-${at}`).flatMap(
    name => [
      entity('Group', name, { spec: { type: 'team' } }),
      entity('Component', `of-${name}`, {
        spec: { owner: name, dependsOn: ['component:shop'] },
      }),
    ],
  );
}

describe('effectiveTier', () => {
  const SLA = 'availability=99/30d';
  it.each<[string, World, number]>([
    ['the declared tier', { keys: { tier: '4' } }, 4],
    ['the default tier', {}, 2],
    ['the default for a malformed tier', { keys: { tier: 'high' } }, 2],
    ['another default', { settings: { defaultTier: 3 } }, 3],
    ['2 under an SLA', { keys: { tier: '4', sla: SLA } }, 2],
    ['1 under an SLA when declared', { keys: { tier: '1', sla: SLA } }, 1],
    ['the declared tier without one', { keys: { tier: '3', sla: 'no' } }, 3],
    ['2 when shared', { keys: { tier: '4' }, others: consumers(3) }, 2],
    [
      'the declared one for two',
      { keys: { tier: '4' }, others: consumers(2) },
      4,
    ],
  ])('is %s', (_, world, expected) => {
    const { view, graph, settings } = scene(world);
    expect(effectiveTier({ view, graph, settings })).toBe(expected);
  });
});

describe('isRegulated', () => {
  it.each<[string, World, boolean]>([
    ['by a tag', { tags: ['Hipaa'] }, true],
    ['by its own word', { keys: { compliance: 'internal' } }, true],
    ['by its domain', { domain: { compliance: 'pci' } }, true],
    ['by the parent of its owner', { parent: { compliance: 'pci' } }, true],
    [
      'not against its own word',
      { keys: { compliance: 'none' }, domain: { compliance: 'pci' } },
      false,
    ],
    [
      'not by the farther word',
      { system: { compliance: 'none' }, domain: { compliance: 'pci' } },
      false,
    ],
    [
      'past a placeholder',
      { keys: { compliance: 'TBD' }, domain: { compliance: 'pci' } },
      true,
    ],
    [
      'by a tag of its system',
      {
        others: [
          entity('System', 'checkout', {
            tags: ['sox'],
            spec: { owner: 'team-a' },
          }),
        ],
      },
      true,
    ],
    ['not by another tag', { tags: ['shop'] }, false],
    [
      'by a configured tag',
      { tags: ['shop'], settings: { regulatedTags: ['shop'] } },
      true,
    ],
  ])('holds %s', (_, world, expected) => {
    const { view, context } = scene(world);
    expect(isRegulated(view, context)).toBe(expected);
  });
});

describe('isMachineLearning', () => {
  it.each<[World, boolean]>([
    [{ spec: { type: 'ml-training' } }, true],
    [{ spec: { type: 'Model' } }, true],
    [{ tags: ['mlops'] }, true],
    [{ spec: { type: 'html-site' } }, false],
    [{ tags: ['html'] }, false],
  ])('knows %j: %s', (world, expected) => {
    expect(isMachineLearning(scene(world).view)).toBe(expected);
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { createEntityView } from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import { component } from '../__testUtils__/entities';
import { FactCollector } from './FactCollector';
import { FactProviders } from './FactProviders';

const signal = new AbortController().signal;
const views = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    createEntityView(component(`svc-${index}`)),
  );

class SwitchedProvider implements FactProvider {
  readonly id = 'switched';
  readonly timeout = { milliseconds: 30 };
  mode: 'answer' | 'throw' | 'hang' | 'nonsense' = 'answer';
  calls = 0;
  aborted = false;

  async collect(
    entities: Parameters<FactProvider['collect']>[0],
    options: Parameters<FactProvider['collect']>[1],
  ): Promise<ReadonlyMap<string, JsonObject>> {
    this.calls += 1;
    switch (this.mode) {
      case 'throw':
        throw new Error('It is down.');
      case 'hang':
        options.signal.addEventListener('abort', () => {
          this.aborted = true;
        });
        return new Promise(() => {});
      case 'nonsense':
        return JSON.parse('["not", "a", "map"]');
      default:
        return new Map(
          entities.map(entity => [
            `component:default/${entity.metadata.name}`,
            { call: this.calls },
          ]),
        );
    }
  }
}

describe('FactCollector', () => {
  const collect = (provider: FactProvider) =>
    new FactCollector([provider], mockServices.logger.mock());

  it('asks page by page and gives the facts by source', async () => {
    const provider = new SwitchedProvider();
    const collector = collect(provider);
    await collector.collect(views(1_200), signal);

    expect(provider.calls).toBe(3);
    expect(collector.factsOf('component:default/svc-0').sources).toEqual({
      switched: { call: 1 },
    });
    expect(collector.factsOf('component:default/svc-1199').sources).toEqual({
      switched: { call: 3 },
    });
    expect(collector.factsOf('component:default/other')).toEqual({
      sources: {},
      errors: {},
    });
  });

  it.each([
    ['throw', 'It is down.'],
    ['hang', 'It gave no answer within 30 ms.'],
    ['nonsense', 'Its answer is not a Map of facts by entity reference.'],
  ] as const)(
    'reports a provider that fails (%s), asks it once, and keeps what it gave last',
    async (mode, message) => {
      const provider = new SwitchedProvider();
      const collector = collect(provider);
      await collector.collect(views(1), signal);
      provider.mode = mode;
      provider.calls = 0;
      await collector.collect(views(1_200), signal);

      expect(provider.calls).toBe(1);
      expect(collector.factsOf('component:default/svc-0')).toEqual({
        sources: { switched: { call: 1 } },
        errors: {},
      });
      expect(collector.factsOf('component:default/svc-1')).toEqual({
        sources: {},
        errors: { switched: message },
      });

      provider.mode = 'answer';
      await collector.collect(views(2), signal);
      expect(collector.factsOf('component:default/svc-1').errors).toEqual({});
    },
  );

  it('tells a late provider to stop', async () => {
    const provider = new SwitchedProvider();
    provider.mode = 'hang';
    await collect(provider).collect(views(1), signal);

    expect(provider.aborted).toBe(true);
  });
});

describe('FactProviders', () => {
  const provider = (id: string): FactProvider => ({
    id,
    collect: async () => new Map(),
  });

  it('refuses an id that is taken', () => {
    const providers = new FactProviders();
    providers.addProvider(provider('incidents'));

    expect(() => providers.addProvider(provider('incidents'))).toThrow(
      ConflictError,
    );
    expect(providers.all).toHaveLength(1);
  });

  it.each(['', 'Upper', 'with space', 'repository', '__proto__', '1st'])(
    'refuses the id "%s"',
    id => {
      expect(() => new FactProviders().addProvider(provider(id))).toThrow(
        InputError,
      );
    },
  );
});

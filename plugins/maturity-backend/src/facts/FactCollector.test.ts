import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  createEntityView,
  type EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from '@backstage-maturity/plugin-maturity-node';
import { component } from '../__testUtils__/entities';
import type { FactRecord } from '../database';
import { FactCollector } from './FactCollector';
import { FactProviders } from './FactProviders';

const NEVER = new AbortController().signal;
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

/** Sweeps over a provider, with what is stored carried from one to the next. */
class Collecting {
  readonly log: { level: string; message: string }[] = [];
  stored = new Map<string, FactRecord>();
  readonly #collector: FactCollector;
  now = 1_000;

  constructor(...providers: FactProvider[]) {
    const tell = (level: string) => (message: string) => {
      this.log.push({ level, message });
    };
    const logger = mockServices.logger.mock({
      warn: tell('warn'),
      info: tell('info'),
    });
    logger.child.mockReturnValue(logger);
    this.#collector = new FactCollector(providers, logger);
  }

  async collect(entities: EntityView[], signal = NEVER) {
    const before = this.now;
    this.now += 1_000;
    const { facts, changes } = await this.#collector.collect(entities, {
      stored: [...this.stored.values()],
      signal,
      now: this.now,
      confirmedAt: before,
    });
    for (const { provider, entityRef } of changes.remove) {
      this.stored.delete(`${provider} ${entityRef}`);
    }
    for (const record of changes.put) {
      this.stored.set(`${record.provider} ${record.entityRef}`, record);
    }
    return { facts, changes };
  }

  of(name: string) {
    return this.stored.get(`switched component:default/${name}`);
  }
}

describe('FactCollector', () => {
  it('asks page by page and gives the facts by source', async () => {
    const provider = new SwitchedProvider();
    const { facts, changes } = await new Collecting(provider).collect(
      views(1_200),
    );

    expect(provider.calls).toBe(3);
    expect(facts.factsOf('component:default/svc-0').sources).toEqual({
      switched: { call: 1 },
    });
    expect(facts.factsOf('component:default/svc-1199').sources).toEqual({
      switched: { call: 3 },
    });
    expect(facts.factsOf('component:default/other')).toEqual({
      sources: {},
      errors: {},
    });
    expect(changes.put).toHaveLength(1_200);
  });

  it.each([
    ['throw', 'It is down.'],
    ['hang', 'It gave no answer within 30 ms.'],
    ['nonsense', 'Its answer is not a Map of facts by entity reference.'],
  ] as const)(
    'keeps value and age while a provider fails (%s), asks it once, and stores nothing more',
    async (mode, message) => {
      const provider = new SwitchedProvider();
      const collecting = new Collecting(provider);
      await collecting.collect(views(1));
      await collecting.collect(views(1));
      provider.mode = mode;
      provider.calls = 0;
      const { facts } = await collecting.collect(views(1_200));

      expect(provider.calls).toBe(1);
      expect(facts.factsOf('component:default/svc-0')).toEqual({
        sources: { switched: { call: 2 } },
        errors: {},
      });
      // The sweep before was the last one that the provider answered.
      expect(collecting.of('svc-0')).toEqual({
        provider: 'switched',
        entityRef: 'component:default/svc-0',
        value: '{"call":2}',
        observedAt: 3_000,
        error: message,
      });
      expect(facts.factsOf('component:default/svc-1')).toEqual({
        sources: {},
        errors: { switched: message },
      });

      const again = await collecting.collect(views(1_200));
      expect(again.changes).toEqual({ put: [], remove: [] });
      expect(collecting.log).toEqual([
        { level: 'warn', message: expect.stringContaining(message) },
      ]);

      provider.mode = 'answer';
      const after = await collecting.collect(views(2));
      expect(after.facts.factsOf('component:default/svc-1').errors).toEqual({});
      expect(collecting.of('svc-0')?.error).toBeNull();
      expect(collecting.log.at(-1)).toEqual({
        level: 'info',
        message: 'The fact provider "switched" answers again.',
      });
    },
  );

  it('stores nothing when the same facts come in another order', async () => {
    const answers: JsonObject[] = [
      { a: 1, b: { c: [1], d: null } },
      { b: { d: null, c: [1] }, a: 1 },
    ];
    const collecting = new Collecting({
      id: 'ordered',
      collect: async () =>
        new Map([['component:default/svc-0', answers.shift() ?? {}]]),
    });
    await collecting.collect(views(1));
    const { changes } = await collecting.collect(views(1));
    expect(changes).toEqual({ put: [], remove: [] });
  });

  it('forgets facts that the provider leaves out, of entities that are gone, and of providers that are', async () => {
    const provider = new SwitchedProvider();
    const collecting = new Collecting(provider);
    await collecting.collect(views(3));
    const empty = new Collecting({
      ...provider,
      collect: async () => new Map(),
    });
    empty.stored = new Map(collecting.stored);
    await empty.collect(views(3));
    expect(empty.stored.size).toBe(0);

    await collecting.collect(views(1));
    expect([...collecting.stored.keys()]).toEqual([
      'switched component:default/svc-0',
    ]);
    const none = new Collecting();
    none.stored = new Map(collecting.stored);
    await none.collect(views(1));
    expect(none.stored.size).toBe(0);
  });

  const circular: Record<string, unknown> = {};
  circular.self = circular;

  it.each([
    ['a text', 'text', 'are "text"; expected an object.'],
    ['a list', [1], 'are a list; expected an object.'],
    ['null', null, 'are "null"; expected an object.'],
    ['a bigint', { open: 1n }, 'hold the bigint 1; expected numbers.'],
    ['a circle', circular, 'nested deeper than 20 levels'],
    [
      'a megabyte',
      { text: 'x'.repeat(1_000_000) },
      'have 1000011 characters as JSON; expected at most 16384.',
    ],
  ])(
    'takes %s about one entity for a failure there, and the others for facts',
    async (_, nonsense, message) => {
      const answer = new Map<string, JsonObject>([
        ['component:default/svc-1', { open: 1 }],
      ]);
      const odd: Map<string, unknown> = answer;
      odd.set('component:default/svc-0', nonsense);
      const collecting = new Collecting({
        id: 'odd',
        collect: async () => answer,
      });
      const { facts } = await collecting.collect(views(2));

      const { errors } = facts.factsOf('component:default/svc-0');
      expect(errors?.odd).toContain(message);
      expect(facts.factsOf('component:default/svc-1').sources).toEqual({
        odd: { open: 1 },
      });
    },
  );

  it('tells a late provider to stop', async () => {
    const provider = new SwitchedProvider();
    provider.mode = 'hang';
    await new Collecting(provider).collect(views(1));

    expect(provider.aborted).toBe(true);
  });

  it('ends at once, and tells nobody, when the sweep is stopped', async () => {
    const provider = new SwitchedProvider();
    provider.mode = 'hang';
    const late = { ...provider, timeout: { minutes: 5 } };
    const collecting = new Collecting(
      Object.assign(late, { collect: provider.collect.bind(provider) }),
    );
    const started = performance.now();
    await collecting.collect(views(1), AbortSignal.timeout(20));

    expect(performance.now() - started).toBeLessThan(2_000);
    expect(collecting.log).toEqual([]);
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

import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { createCatalogGraph } from '../graph';
import { BUILT_IN_CHECKS } from './builtInChecks';
import { adjustCheck } from './engine/builtIn';
import { evaluate } from './evaluate';
import { DEVOPS_ROWS } from './fixtures/devopsRows';
import { PLATFORM_ROWS } from './fixtures/platformRows';
import { SRE_ROWS } from './fixtures/sreRows';
import { component, entitiesOf, NOW } from './fixtures/world';
import { REASONS } from './reasons';
import { DEFAULT_SETTINGS } from './settings';
import type { Check, CheckResult } from './types';

const WORLDS = [...DEVOPS_ROWS, ...SRE_ROWS, ...PLATFORM_ROWS].flatMap(
  ({ rows }) => rows.map(([, world]) => world),
);
const KEYS = [
  ...new Set(
    BUILT_IN_CHECKS.flatMap(({ traits }) => [
      ...(traits.keys ?? []).map(({ key }) => key),
      ...(traits.looksAt ?? []),
    ]),
  ),
  'maturity/sla',
  'maturity/compliance',
  'maturity/provisioned-by',
  '__proto__',
  'constructor',
];

function results(
  entities: readonly Entity[],
  partial = false,
  checks: readonly Check[] = BUILT_IN_CHECKS,
): CheckResult[] {
  const graph = createCatalogGraph(entities, { partial });
  const view = graph.get('component:default/shop');
  return view
    ? evaluate(view, {
        graph,
        definitions: { checks, settings: DEFAULT_SETTINGS },
        facts: {},
        now: NOW,
      })
    : [];
}

const shuffledKeys = <T>(record: Readonly<Record<string, T>>) =>
  fc
    .shuffledSubarray(Object.entries(record), {
      minLength: Object.keys(record).length,
    })
    .map(entries => Object.fromEntries(entries));

describe('evaluate, for any input', () => {
  it('does not depend on the order of entities and annotations', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WORLDS).chain(world => {
          const entities = entitiesOf(world);
          return fc.tuple(
            fc.constant(world),
            fc.shuffledSubarray(entities, { minLength: entities.length }),
            shuffledKeys(component(world).metadata.annotations ?? {}),
          );
        }),
        ([world, shuffled, annotations]) => {
          const moved = shuffled.map(each =>
            each.kind === 'Component' && each.metadata.name === 'shop'
              ? { ...each, metadata: { ...each.metadata, annotations } }
              : each,
          );
          expect(results(moved, world.partial)).toEqual(
            results(entitiesOf(world), world.partial),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives what a check gives that remembers no other entity', () => {
    const words = fc.constantFrom('1', '2', 'none', 'TBD', 'vault', 'canary');
    const annotations = fc.dictionary(fc.constantFrom(...KEYS), words, {
      maxKeys: 8,
    });
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom(...WORLDS), fc.array(annotations)),
        ([world, several]) => {
          for (const keys of several) {
            const entities = entitiesOf({ ...world, keys });
            const fresh = BUILT_IN_CHECKS.map(check => adjustCheck(check, {}));
            expect(results(entities, world.partial)).toEqual(
              results(entities, world.partial, fresh),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never throws and gives only listed reasons, whatever the annotations hold', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '',
        'none',
        'TBD',
        '__proto__',
        'constructor',
        '<script>alert(1)</script>',
        'availability=99.9/30d',
        'availability=',
        '2026-02-30',
        'template:default/constructor',
        'x'.repeat(100_000),
        '-1e999',
      ),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...KEYS), value),
        fc.boolean(),
        (annotations, partial) => {
          const [service, ...others] = entitiesOf({});
          const found = results(
            [
              {
                ...service,
                metadata: {
                  ...service.metadata,
                  annotations: {
                    ...annotations,
                  },
                },
              },
              ...others,
            ],
            partial,
          );
          expect(found).toHaveLength(BUILT_IN_CHECKS.length);
          for (const { status, reason, evidence } of found) {
            expect(REASONS.get(reason)?.status).toBe(status);
            expect(reason).not.toBe('error');
            for (const piece of evidence) {
              expect(piece.value.length).toBeLessThanOrEqual(200);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever shape the entity has', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (spec, metadata) => {
        const odd: Entity = JSON.parse(
          JSON.stringify({
            kind: 'Component',
            spec,
            metadata:
              typeof metadata === 'object' && metadata !== null
                ? {
                    links: metadata,
                    tags: metadata,
                    annotations: metadata,
                    name: 'shop',
                  }
                : { name: 'shop', annotations: metadata },
          }),
        );
        for (const { reason } of results([odd])) {
          expect(reason).not.toBe('error');
        }
      }),
      { numRuns: 100 },
    );
  });
});

import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  createCatalogGraph,
  createDefinitionSet,
  evaluate,
  isScored,
  scoreAll,
} from '../../plugins/maturity-common/src/index';
import { generateCatalog, median, requestedComponents } from './catalog';

const components = requestedComponents();
const entities = generateCatalog(components);
const definitions = createDefinitionSet(undefined);
const now = Date.parse('2026-11-23T12:00:00Z');

function timed<T>(work: () => T): [number, T] {
  global.gc?.();
  const started = process.hrtime.bigint();
  const value = work();
  return [Number(process.hrtime.bigint() - started) / 1e6, value];
}

// The yardstick of the same run: 20 plain predicates over the same entities.
const predicates = Array.from({ length: 20 }, (_, index) => {
  const key = `acme.com/key-${index}`;
  return (entity: (typeof entities)[number]) =>
    entity.metadata.annotations?.[key] !== undefined &&
    entity.kind === 'Component';
});
function plainLoop(): number {
  let held = 0;
  for (const entity of entities) {
    const ref = stringifyEntityRef(getCompoundEntityRef(entity));
    for (const predicate of predicates)
      if (predicate(entity)) held += ref.length;
  }
  return held;
}

const times = {
  graph: [] as number[],
  evaluate: [] as number[],
  score: [] as number[],
  loop: [] as number[],
};
for (let run = 0; run < 7; run++) {
  const [graphTime, graph] = timed(() => createCatalogGraph(entities));
  const [evaluateTime] = timed(() => {
    let results = 0;
    for (const view of graph.all('component')) {
      if (!isScored(view)) continue;
      results += evaluate(view, { graph, definitions, facts: {}, now }).length;
    }
    return results;
  });
  const [fresh] = timed(() => createCatalogGraph(entities));
  const again = createCatalogGraph(entities);
  const [scoreTime] = timed(() => {
    let cards = 0;
    for (const { card } of scoreAll(again, definitions, { now })) {
      if (card.entityRef) cards += 1;
    }
    return cards;
  });
  const [loopTime] = timed(plainLoop);
  times.graph.push((graphTime + fresh) / 2);
  times.evaluate.push(evaluateTime);
  times.score.push(scoreTime);
  times.loop.push(loopTime);
}

const ms = (values: number[]) => `${median(values).toFixed(0)} ms`;
console.log(
  `engine, ${components} components x ${definitions.checks.length} checks, median of 7`,
);
console.log(`  build the graph                    ${ms(times.graph)}`);
console.log(`  evaluate all checks                ${ms(times.evaluate)}`);
console.log(`  evaluate and score                 ${ms(times.score)}`);
console.log(`  yardstick: 20 plain predicates     ${ms(times.loop)}`);
console.log(
  `  evaluate / yardstick               ${(
    median(times.evaluate) / median(times.loop)
  ).toFixed(1)}`,
);

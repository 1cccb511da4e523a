import type { Target } from '../../graph/types';
import { piece } from '../engine/evidence';
import type { Finding } from '../engine/traits';
import type { Evidence } from '../types';

/** A relation that the catalog computed, as evidence. */
export function related(relation: string, target: Target): Evidence {
  return piece({ strength: 'graph', source: relation, value: target.ref });
}

/** References of targets. */
export function refsOf(targets: readonly { ref: string }[]): readonly string[] {
  return targets.map(({ ref }) => ref);
}

/** A target that the graph does not hold: outside a partial graph, dangling in a closed one. */
export function unresolved(
  targets: readonly string[],
  graph: { partial: boolean },
): Finding {
  return graph.partial
    ? { kind: 'doubt', reason: 'outside-graph', details: { targets } }
    : { kind: 'failure', reason: 'dangling', details: { targets } };
}

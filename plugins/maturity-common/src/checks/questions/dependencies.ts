import { isTrue } from '../../entity';
import type { EntityView } from '../../entity';
import type { Target } from '../../graph/types';
import { piece } from '../engine/evidence';
import { targetsOf } from '../engine/places';
import type { Finding, Question } from '../engine/traits';
import type { CheckContext } from '../types';
import { refsOf, related, unresolved } from './relations';

const NO_DEPENDENCIES = 'maturity/no-dependencies';

function independent(): Finding {
  return {
    kind: 'evidence',
    evidence: [
      piece({ strength: 'declared', source: NO_DEPENDENCIES, value: 'true' }),
    ],
    reason: 'independent',
  };
}

/** Are its dependencies on the map, or is it declared to have none? */
export const dependenciesOnMap: Question = (
  view,
  context,
): Finding | undefined => {
  const { graph } = context;
  const needed = targetsOf(view, 'dependsOn', context);
  const consumed = targetsOf(view, 'consumesApi', context);
  const all = [...needed, ...consumed];
  const flag = isTrue(view.read(NO_DEPENDENCIES));
  if (all.length === 0) {
    return flag ? independent() : undefined;
  }
  if (flag) {
    return {
      kind: 'failure',
      reason: 'flag-and-relations',
      details: { source: NO_DEPENDENCIES, targets: refsOf(all) },
    };
  }
  const evidence = [
    ...needed
      .filter(target => target.view)
      .map(target => related('dependsOn', target)),
    ...consumed
      .filter(target => target.view)
      .map(target => related('consumesApi', target)),
  ];
  return evidence.length > 0
    ? { kind: 'evidence', evidence }
    : unresolved(refsOf(all), graph);
};

interface Support {
  relation: string;
  target: Target;
}

/** What an entity rests on: Components and Resources, and the providers of the APIs that it consumes. */
function supportsOf(view: EntityView, context: CheckContext): Support[] {
  const { graph } = context;
  const direct = targetsOf(view, 'dependsOn', context)
    .filter(({ ref }) => /^(?:component|resource):/.test(ref))
    .map(target => ({ relation: 'dependsOn', target }));
  const behindApis = targetsOf(view, 'consumesApi', context).flatMap(api => {
    const providers = api.view ? graph.providers(api.ref) : [];
    // An API without a provider stands for itself: somebody runs it, at a tier that nobody declared.
    return (providers.length > 0 ? providers : [api]).map(target => ({
      relation: 'consumesApi',
      target,
    }));
  });
  const found = new Map<string, Support>();
  for (const support of [...direct, ...behindApis]) {
    const { ref } = support.target;
    if (ref !== view.ref && !found.has(ref)) {
      found.set(ref, support);
    }
  }
  return [...found.values()];
}

/** Does everything that it rests on declare a tier that is at least as critical as its own? */
export const restsOnEquals: Question = (view, context): Finding | undefined => {
  const { graph, effectiveTier } = context;
  const supports = supportsOf(view, context);
  if (supports.length === 0) {
    const alone =
      targetsOf(view, 'dependsOn', context).length === 0 &&
      targetsOf(view, 'consumesApi', context).length === 0;
    return alone && isTrue(view.read(NO_DEPENDENCIES))
      ? independent()
      : undefined;
  }
  const weaker: string[] = [];
  const missing: string[] = [];
  const undeclared: string[] = [];
  const evidence = [];
  for (const { relation, target } of supports) {
    const tier = target.view?.kind === 'api' ? undefined : target.view?.tier;
    if (tier === undefined) {
      (target.view ? undeclared : missing).push(target.ref);
      continue;
    }
    const value = `${target.ref} (tier ${tier})`;
    evidence.push(piece({ strength: 'graph', source: relation, value }));
    if (tier > effectiveTier) {
      weaker.push(value);
    }
  }
  if (weaker.length > 0) {
    return {
      kind: 'failure',
      reason: 'weaker-dependency',
      details: { tier: effectiveTier, targets: weaker },
      evidence,
    };
  }
  if (missing.length > 0 && graph.partial) {
    return { ...outside(missing), evidence };
  }
  const silent = [...undeclared, ...missing].sort();
  return silent.length > 0
    ? {
        kind: 'doubt',
        reason: 'tier-undeclared',
        details: { targets: silent },
        evidence,
      }
    : {
        kind: 'evidence',
        evidence,
        reason: 'aligned',
        details: { count: evidence.length, tier: effectiveTier },
      };
};

function outside(targets: readonly string[]) {
  return {
    kind: 'doubt',
    reason: 'outside-graph',
    details: { targets },
  } as const;
}

/** Does it use something that the platform offers? */
export const usesPlatform: Question = (view, context): Finding | undefined => {
  const { graph } = context;
  const used = ['dependsOn', 'consumesApi'].flatMap(relation =>
    targetsOf(view, relation, context).map(target => ({ relation, target })),
  );
  const offered = used.filter(
    ({ target }) => target.view && graph.isPlatformOffering(target.ref),
  );
  if (offered.length > 0) {
    return {
      kind: 'evidence',
      evidence: offered.map(({ relation, target }) =>
        related(relation, target),
      ),
      reason: 'platform-used',
      details: { targets: offered.map(({ target }) => target.ref) },
    };
  }
  const missing = used.filter(({ target }) => !target.view);
  if (graph.partial && missing.length > 0) {
    return outside(missing.map(({ target }) => target.ref));
  }
  return graph.hasPlatformOfferings()
    ? { kind: 'failure', reason: 'platform-unused' }
    : undefined;
};

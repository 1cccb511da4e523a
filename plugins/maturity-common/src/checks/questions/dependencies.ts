import { isTrue } from '../../entity';
import type { EntityView } from '../../entity';
import type { Target } from '../../graph/types';
import { piece } from '../engine/evidence';
import { targetsOf } from '../engine/places';
import type { Finding, Question } from '../engine/traits';
import type { CheckContext, Evidence } from '../types';
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
  const refs = () => refsOf([...needed, ...consumed]);
  const isEmpty = needed.length === 0 && consumed.length === 0;
  if (isTrue(view.read(NO_DEPENDENCIES))) {
    return isEmpty
      ? independent()
      : {
          kind: 'failure',
          reason: 'flag-and-relations',
          details: { source: NO_DEPENDENCIES, targets: refs() },
        };
  }
  if (isEmpty) {
    return undefined;
  }
  const evidence: Evidence[] = [];
  for (const target of needed) {
    if (target.view) evidence.push(related('dependsOn', target));
  }
  for (const target of consumed) {
    if (target.view) evidence.push(related('consumesApi', target));
  }
  return evidence.length > 0
    ? { kind: 'evidence', evidence }
    : unresolved(refs(), graph);
};

interface Support {
  relation: string;
  target: Target;
}

/** What an entity rests on: Components and Resources, and the providers of the APIs that it consumes. */
function supportsOf(view: EntityView, context: CheckContext): Support[] {
  const { graph } = context;
  const found: Support[] = [];
  const known = new Set([view.ref]);
  const add = (relation: string, target: Target) => {
    if (known.has(target.ref)) return;
    known.add(target.ref);
    found.push({ relation, target });
  };
  for (const target of targetsOf(view, 'dependsOn', context)) {
    const { ref } = target;
    if (ref.startsWith('component:') || ref.startsWith('resource:')) {
      add('dependsOn', target);
    }
  }
  for (const api of targetsOf(view, 'consumesApi', context)) {
    const providers = api.view ? graph.providers(api.ref) : [];
    // An API without a provider stands for itself: somebody runs it, at a tier that nobody declared.
    for (const target of providers.length > 0 ? providers : [api]) {
      add('consumesApi', target);
    }
  }
  return found;
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

/** Relations by which an entity uses another. */
const USES = ['dependsOn', 'consumesApi'] as const;

/** Does it use something that the platform offers? */
export const usesPlatform: Question = (view, context): Finding | undefined => {
  const { graph } = context;
  const offered: { relation: string; target: Target }[] = [];
  const missing: string[] = [];
  for (const relation of USES) {
    for (const target of targetsOf(view, relation, context)) {
      if (!target.view) missing.push(target.ref);
      else if (graph.isPlatformOffering(target.ref)) {
        offered.push({ relation, target });
      }
    }
  }
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
  if (graph.partial && missing.length > 0) {
    return outside(missing);
  }
  return graph.hasPlatformOfferings()
    ? { kind: 'failure', reason: 'platform-unused' }
    : undefined;
};

import { targetsOf } from '../engine/places';
import type { Finding, Question } from '../engine/traits';
import { refsOf, related, unresolved } from './relations';

/** Is a Group of the catalog, or where that is allowed a User, among the owners? */
export const ownedByTeam: Question = (
  view,
  { graph, settings },
): Finding | undefined => {
  const owners = graph.owners(view.ref);
  if (owners.length === 0) {
    return undefined;
  }
  const people = owners.filter(owner => owner.view?.kind === 'user');
  const accepted = owners.filter(
    owner =>
      owner.view?.kind === 'group' ||
      (settings.allowUserOwners && owner.view?.kind === 'user'),
  );
  if (accepted.length > 0) {
    return {
      kind: 'evidence',
      evidence: accepted.map(owner => related('ownedBy', owner)),
    };
  }
  const missing = refsOf(owners.filter(owner => !owner.view));
  if (missing.length > 0 && (graph.partial || people.length === 0)) {
    return unresolved(missing, graph);
  }
  return {
    kind: 'failure',
    reason: 'user-owner',
    details: { targets: refsOf(owners) },
    evidence: owners.map(owner => related('ownedBy', owner)),
  };
};

/** Is it part of a System of the catalog? */
export const partOfSystem: Question = (view, context): Finding | undefined => {
  const { graph } = context;
  const parents = targetsOf(view, 'partOf', context).filter(parent =>
    parent.view
      ? parent.view.kind === 'system'
      : !parent.ref.startsWith('component:'),
  );
  const systems = parents.filter(parent => parent.view);
  if (systems.length > 0) {
    return {
      kind: 'evidence',
      evidence: systems.map(system => related('partOf', system)),
    };
  }
  return parents.length === 0 ? undefined : unresolved(refsOf(parents), graph);
};

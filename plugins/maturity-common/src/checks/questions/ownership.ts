import { targetsOf } from '../engine/places';
import type { Finding, Question } from '../engine/traits';
import type { Settings } from '../types';
import { refsOf, related, unresolved } from './relations';

function isUser(ref: string): boolean {
  return ref.startsWith('user:');
}

function mayOwn(ref: string, { allowUserOwners }: Settings): boolean {
  return ref.startsWith('group:') || (allowUserOwners && isUser(ref));
}

/** Is a Group of the catalog, or where that is allowed a User, among the owners? */
export const ownedByTeam: Question = (
  view,
  { graph, settings },
): Finding | undefined => {
  const owners = graph.owners(view.ref);
  if (owners.length === 0) {
    return undefined;
  }
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
  const missing = owners.filter(owner => !owner.view);
  // The kind is in the reference: whoever it names, a User stays a User.
  const open = graph.partial
    ? missing.filter(({ ref }) => mayOwn(ref, settings))
    : [];
  if (open.length > 0) {
    return unresolved(refsOf(open), graph);
  }
  const people = owners.filter(({ ref, view: owner }) =>
    owner ? owner.kind === 'user' : graph.partial && isUser(ref),
  );
  if (missing.length > 0 && people.length === 0) {
    return {
      kind: 'failure',
      reason: 'dangling',
      details: { targets: refsOf(missing) },
    };
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

import {
  RELATION_HAS_PART,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import type { EntityView } from '../entity/types';
import type { EntityIndex } from './entityIndex';
import { walk } from './walk';

function reached(index: EntityIndex, ref: string): readonly string[] {
  const whole = index.views.get(ref);
  switch (whole?.kind) {
    case 'group':
      return walk([whole], group =>
        index.held(group.ref, RELATION_PARENT_OF, 'group'),
      ).flatMap(group => index.relations.targets(group.ref, RELATION_OWNER_OF));
    case 'user':
      return index.relations.targets(ref, RELATION_OWNER_OF);
    case 'system':
    case 'domain':
      return walk([ref], part =>
        index.relations
          .targets(part, RELATION_HAS_PART)
          .filter(next => index.views.has(next)),
      );
    default:
      return [];
  }
}

/**
 * The components of a roll-up, sorted by reference: of a group with its child groups, of a user, of a
 * system through subcomponents, of a domain through systems and subdomains. Nothing for other kinds.
 */
export function membersOf(index: EntityIndex, ref: string): EntityView[] {
  return [...new Set(reached(index, ref))].sort().flatMap(member => {
    const view = index.views.get(member);
    return view?.kind === 'component' ? [view] : [];
  });
}

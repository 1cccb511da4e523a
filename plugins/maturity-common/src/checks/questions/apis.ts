import type { EntityView } from '../../entity';
import { field, isRecord } from '../../entity/fields';
import { targetsOf } from '../engine/places';
import type { Finding, Question } from '../engine/traits';
import { refsOf, related, unresolved } from './relations';

/** In a file the definition may be a mapping that says where to read it; the catalog replaces it by the text. */
function hasDefinition(api: EntityView): boolean {
  const definition = field(api.entity, 'spec', 'definition');
  return typeof definition === 'string'
    ? definition.trim() !== ''
    : isRecord(definition) && Object.keys(definition).length > 0;
}

/** Does it provide an API, and has each one a definition? */
export const apisDocumented: Question = (
  view,
  context,
): Finding | undefined => {
  const { graph } = context;
  const provided = targetsOf(view, 'providesApi', context);
  if (provided.length === 0) {
    return undefined;
  }
  const empty = provided.filter(api => api.view && !hasDefinition(api.view));
  if (empty.length > 0) {
    return {
      kind: 'failure',
      reason: 'no-definition',
      details: { targets: refsOf(empty) },
    };
  }
  const missing = provided.filter(api => !api.view);
  return missing.length > 0
    ? unresolved(refsOf(missing), graph)
    : {
        kind: 'evidence',
        evidence: provided.map(api => related('providesApi', api)),
        reason: 'documented',
        details: { count: provided.length },
      };
};

import type { EntityView } from '../../entity';
import { jointly } from '../engine/evidence';
import { inherit } from '../engine/inheritance';
import type { Inherited } from '../engine/inheritance';
import { readPlace } from '../engine/reading';
import type { KeyTrait, Place, Finding, Question } from '../engine/traits';
import type { CheckContext } from '../types';

/**
 * Are all of several keys there? Each is read at the entity first and then inherited by itself, since
 * a team usually sets one of them once and for all.
 */
export function allParts(options: {
  parts: readonly KeyTrait[];
  inherits?: readonly Place[];
}): Question {
  const { parts, inherits = [] } = options;
  const read = (
    part: KeyTrait,
    view: EntityView,
    context: CheckContext,
  ): Inherited | undefined => {
    const keys = [part];
    const own = readPlace(view, {
      keys,
      context,
      inherited: false,
    });
    return own ? { reading: own } : inherit(view, { keys, inherits, context });
  };
  return (view, context): Finding | undefined => {
    const found = parts.map(part => read(part, view, context));
    const evidence = found.flatMap(each =>
      (each?.reading?.accepted ?? []).map(accepted => accepted.evidence),
    );
    for (const each of found) {
      const refused = each?.reading?.negative ?? each?.reading?.failure;
      if (refused) {
        return {
          kind: 'failure',
          ...refused,
          evidence: [...refused.evidence, ...evidence],
        };
      }
    }
    const outside = found.flatMap(each => each?.outside ?? []);
    if (outside.length > 0) {
      const targets = [...new Set(outside)];
      return {
        kind: 'doubt',
        reason: 'outside-graph',
        details: { targets },
        evidence,
      };
    }
    if (evidence.length === 0) {
      return undefined;
    }
    if (evidence.length < parts.length) {
      const absent = parts.filter((_, at) => !found[at]).map(({ key }) => key);
      return {
        kind: 'failure',
        reason: 'part-missing',
        details: { absent },
        evidence,
      };
    }
    return {
      kind: 'evidence',
      evidence: jointly(evidence),
      reason: 'all-parts',
      details: { parts: parts.map(({ key }) => key) },
    };
  };
}

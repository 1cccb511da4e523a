import {
  BUILT_IN_CHECKS,
  type Change,
  createCatalogGraph,
  DEFAULT_SETTINGS,
  evaluate,
  type FailReason,
} from '@backstage-maturity/plugin-maturity-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { reasonSentence } from '../checks/reasonSentence';
import { changedEntity } from './changedEntity';

/**
 * Reasons that rest on the value alone. The dialog knows neither the rest of the catalog nor what was
 * seen elsewhere, so of any other reason it cannot be sure.
 */
const OF_THE_VALUE: ReadonlySet<string> = new Set<FailReason>([
  'negative',
  'placeholder',
  'unrecognised',
  'insufficient',
  'malformed',
  'malformed-slo',
  'out-of-range',
  'future',
  'stale',
  'incomplete',
  'short-description',
]);

/** Why a check would fail on an entity after changes of it; undefined where that is not certain. */
export function stillFails(options: {
  check: string;
  entity: Entity;
  changes: readonly Change[];
}): string | undefined {
  const { check, entity, changes } = options;
  const graph = createCatalogGraph([changedEntity(entity, changes)]);
  const view = graph.get(stringifyEntityRef(entity));
  const [result] = view
    ? evaluate(view, {
        graph,
        definitions: {
          checks: BUILT_IN_CHECKS.filter(
            ({ definition }) => definition.id === check,
          ),
          settings: DEFAULT_SETTINGS,
        },
        facts: {},
        now: Date.now(),
      })
    : [];
  return result?.status === 'fail' && OF_THE_VALUE.has(result.reason)
    ? reasonSentence(result)
    : undefined;
}

import type { CheckDefinition, DefinitionSet } from '../checks/types';

const indexes = new WeakMap<
  DefinitionSet,
  ReadonlyMap<string, CheckDefinition>
>();

/** Check definitions of a set by id; built once per set. */
export function definitionIndex(
  definitions: DefinitionSet,
): ReadonlyMap<string, CheckDefinition> {
  const known = indexes.get(definitions);
  if (known) {
    return known;
  }
  const index = new Map(
    definitions.checks.map(({ definition }) => [definition.id, definition]),
  );
  indexes.set(definitions, index);
  return index;
}

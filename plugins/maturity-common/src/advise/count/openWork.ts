import type { DefinitionSet } from '../../checks/types';
import { leverageOf, type RollUpMember } from '../../score';
import type { OpenWork } from '../types';

/** Open checks over entities in order of reference, in the order of the leverage list. */
export function openWorkOf(
  members: readonly RollUpMember[],
  definitions: DefinitionSet,
): OpenWork[] {
  const refs = new Map<string, string[]>();
  for (const { entityRef, open } of members) {
    for (const { check } of open) {
      const known = refs.get(check);
      if (known) {
        known.push(entityRef);
      } else {
        refs.set(check, [entityRef]);
      }
    }
  }
  const blocking = new Set(
    members.flatMap(({ tracks }) =>
      Object.values(tracks).flatMap(({ next }) => next),
    ),
  );
  const byId = new Map(
    definitions.checks.map(({ definition }) => [definition.id, definition]),
  );
  return leverageOf(members, definitions).flatMap(({ check, track, gain }) => {
    const definition = byId.get(check);
    return definition
      ? {
          check,
          track,
          level: definition.level,
          title: definition.title,
          remedy: definition.remedy,
          gain,
          blocking: blocking.has(check),
          entityRefs: refs.get(check) ?? [],
        }
      : [];
  });
}

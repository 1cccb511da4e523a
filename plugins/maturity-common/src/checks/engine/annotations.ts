import type { EntityView } from '../../entity';

/** The annotations of an entity as they were written; undefined when there are none. */
export function annotationsOf({ entity }: EntityView): object | undefined {
  // Files may hold anything here, whatever the type says.
  const annotations: unknown = entity.metadata?.annotations;
  return typeof annotations === 'object' && annotations !== null
    ? annotations
    : undefined;
}

/** True when the entity carries an annotation at all: most ask for nothing else, and it is cheaper than reading. */
export function carries(view: EntityView, key: string): boolean {
  const annotations = annotationsOf(view);
  return annotations !== undefined && Object.hasOwn(annotations, key);
}

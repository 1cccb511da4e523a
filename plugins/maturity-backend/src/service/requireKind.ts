import { InputError } from '@backstage/errors';

/** Kinds of entities that have roll-ups. */
export const SCOPE_KINDS = ['group', 'user', 'system', 'domain'] as const;

/** Of those, the kinds whose trend is kept: that of a user would be a record of a person. */
export const TREND_KINDS = ['group', 'system', 'domain'] as const;

/** @throws InputError when the entity is of no such kind */
export function requireKind(entityRef: string, kinds: readonly string[]): void {
  const [kind] = entityRef.split(':');
  if (kinds.includes(kind)) return;
  const expected = `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
  throw new InputError(
    `The kind of "${entityRef}" is "${kind}"; expected ${expected}.`,
  );
}

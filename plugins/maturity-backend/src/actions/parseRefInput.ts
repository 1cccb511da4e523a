import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Reads the reference of a component that a person or an agent wrote. */
export function parseRefInput(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `The entity reference is "${text}"; expected something like "component:default/checkout".`,
    );
  }
}

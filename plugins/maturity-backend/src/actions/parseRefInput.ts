import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { printable } from '../logging';
import { isReference, LONGEST_REFERENCE } from '../service/parseReference';

function fullReference(text: string): string | undefined {
  try {
    const defaults = { defaultKind: 'component', defaultNamespace: 'default' };
    const ref = stringifyEntityRef(parseEntityRef(text.trim(), defaults));
    return isReference(ref) ? ref : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the reference of a component that a person or an agent wrote. */
export function parseRefInput(text: string): string {
  const ref = fullReference(text);
  if (ref !== undefined) return ref;
  throw new InputError(
    `The entity reference is "${printable(
      text.slice(0, LONGEST_REFERENCE),
    )}"; expected something like "component:default/checkout".`,
  );
}

import { InputError } from '@backstage/errors';
import { isReference } from './parseReference';

/** The reference of the entity that an address names. */
export function parseEntityPath(path: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  const ref = `${path.kind}:${path.namespace}/${path.name}`.toLocaleLowerCase(
    'en-US',
  );
  if (!isReference(ref)) {
    throw new InputError(
      `The address names the entity "${ref}"; expected a kind, a namespace and a name, none of them with a space, an invisible character, a colon or a slash.`,
    );
  }
  return ref;
}

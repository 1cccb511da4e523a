import { InputError } from '@backstage/errors';

/** The reference of the entity that an address names. */
export function parseEntityPath(path: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  const ref = `${path.kind}:${path.namespace}/${path.name}`.toLocaleLowerCase(
    'en-US',
  );
  if (!/^[^:/\s\p{Cc}]+:[^:/\s\p{Cc}]+\/[^:/\s\p{Cc}]+$/u.test(ref)) {
    throw new InputError(
      `The address names the entity "${ref}"; expected a kind, a namespace and a name, none of them with a space, a control character, a colon or a slash.`,
    );
  }
  return ref;
}

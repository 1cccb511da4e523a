/**
 * What a short reference leaves out: a kind and a namespace.
 *
 * @public
 */
export interface ReferenceDefaults {
  kind?: string;
  namespace: string;
}

/**
 * The canonical reference, in lower case, of three parts.
 *
 * @public
 */
export function canonicalRef(
  kind: string,
  namespace: string,
  name: string,
): string {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/**
 * Reads `[<kind>:][<namespace>/]<name>` as the catalog does and gives the canonical reference in lower
 * case; undefined when a part is empty, when no kind is known, or when the value is not a string.
 *
 * @public
 */
export function parseReference(
  value: unknown,
  defaults: ReferenceDefaults,
): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const slash = value.indexOf('/');
  const firstColon = value.indexOf(':');
  // A colon after the first slash belongs to the name.
  const colon = slash !== -1 && slash < firstColon ? -1 : firstColon;
  const kind = colon === -1 ? defaults.kind : value.slice(0, colon);
  const namespace =
    slash === -1 ? defaults.namespace : value.slice(colon + 1, slash);
  const name = value.slice(Math.max(colon, slash) + 1);
  return kind && namespace && name
    ? canonicalRef(kind, namespace, name)
    : undefined;
}

/**
 * Reads a reference whose kind may only be Template; undefined when it is malformed or names another kind.
 *
 * @public
 */
export function parseTemplateRef(
  value: string,
  namespace: string = 'default',
): string | undefined {
  const ref = parseReference(value.trim(), { kind: 'template', namespace });
  return ref?.startsWith('template:') ? ref : undefined;
}

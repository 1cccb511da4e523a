import {
  LIFECYCLE_ALIASES,
  parseReference,
  placeholderKind,
} from '../../entity';

/** Kind that a reference in a field of `spec` has when it names none; empty where it must name one. */
const REFERENCE_FIELDS: ReadonlyMap<string, string> = new Map([
  ['owner', 'group'],
  ['system', 'system'],
  ['domain', 'domain'],
  ['subcomponentOf', 'component'],
  ['subdomainOf', 'domain'],
  ['parent', 'group'],
  ['children', 'group'],
  ['providesApis', 'api'],
  ['consumesApis', 'api'],
  ['dependsOn', ''],
  ['dependencyOf', ''],
]);
const REFERENCE =
  /^(?:[A-Za-z][A-Za-z0-9]*:)?(?:[A-Za-z0-9._-]+\/)?[A-Za-z0-9._-]+$/;

/** What was expected in a field, when the catalog or a check could not use the value; undefined when they can. */
export function fieldExpectation(
  path: readonly string[],
  value: string,
): string | undefined {
  if (value.trim() === '' || placeholderKind(value)) {
    return 'a real value';
  }
  const [root, name] = path;
  if (root !== 'spec' || path.length !== 2) {
    return undefined;
  }
  if (name === 'lifecycle') {
    return LIFECYCLE_ALIASES.has(value.trim().toLowerCase())
      ? undefined
      : `one of ${[...LIFECYCLE_ALIASES.keys()].join(', ')}`;
  }
  const kind = REFERENCE_FIELDS.get(name);
  if (kind === undefined) {
    return undefined;
  }
  const isReference =
    REFERENCE.test(value) &&
    parseReference(value, {
      ...(kind !== '' && { kind }),
      namespace: 'default',
    }) !== undefined;
  return isReference
    ? undefined
    : `an entity reference "${
        kind === '' ? '<kind>:' : '[<kind>:]'
      }[<namespace>/]<name>"`;
}

/**
 * True for fields of `spec` that hold a list of references.
 *
 * @public
 */
export function isListField(path: readonly string[]): boolean {
  const [root, name] = path;
  return (
    root === 'spec' &&
    path.length === 2 &&
    [
      'children',
      'providesApis',
      'consumesApis',
      'dependsOn',
      'dependencyOf',
      'memberOf',
    ].includes(name)
  );
}

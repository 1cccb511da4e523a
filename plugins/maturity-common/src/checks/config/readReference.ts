import { makeValidator } from '@backstage/catalog-model';
import { parseReference, type ReferenceDefaults } from '../../entity';

const { isValidKind, isValidNamespace, isValidEntityName } = makeValidator();

/**
 * Reads a reference that the catalog could have an entity for, and gives it in its canonical form;
 * undefined for any other text. References in a catalog are read less strictly, because the catalog
 * itself says what is wrong with them; nobody says that of the configuration.
 */
export function readReference(
  value: unknown,
  defaults: ReferenceDefaults,
): string | undefined {
  const ref = parseReference(value, defaults);
  if (ref === undefined) {
    return undefined;
  }
  const colon = ref.indexOf(':');
  const slash = ref.indexOf('/', colon);
  return isValidKind(ref.slice(0, colon)) &&
    isValidNamespace(ref.slice(colon + 1, slash)) &&
    isValidEntityName(ref.slice(slash + 1))
    ? ref
    : undefined;
}

import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  type KindValidator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';

const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/**
 * A generated service describes itself. Kinds that speak of others, such as Groups, Users and Templates,
 * and Locations, which make the catalog read elsewhere, have no place in its file.
 */
export const SERVICE_KINDS: ReadonlyMap<string, KindValidator> = new Map([
  ['API', apiEntityV1alpha1Validator],
  ['Component', componentEntityV1alpha1Validator],
  ['Resource', resourceEntityV1alpha1Validator],
  ['System', systemEntityV1alpha1Validator],
]);

/** Why a catalog without further rules will not take an entity; undefined when it will. */
export async function catalogFault(
  entity: Entity,
): Promise<string | undefined> {
  try {
    await POLICY.enforce(entity);
    await SERVICE_KINDS.get(entity.kind)?.check(entity);
    return undefined;
  } catch (error) {
    return isError(error) ? error.message : String(error);
  }
}

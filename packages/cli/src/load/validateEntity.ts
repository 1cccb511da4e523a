import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  entityEnvelopeSchemaValidator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import {
  createEntityView,
  deriveRelations,
} from '@backstage-maturity/plugin-maturity-common';
import { readFault } from './readFault';
import type { Fault } from './readFault';

const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const KINDS = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  templateEntityV1beta3Validator,
];

const envelope = entityEnvelopeSchemaValidator();

export type Validation =
  | { ok: true; entity: Entity }
  | { ok: false; fault: Fault };

/** Applies what the catalog applies to an entity before it accepts it, in the catalog's order. */
export async function validateEntity(data: unknown): Promise<Validation> {
  try {
    const entity = await POLICY.enforce(envelope(data));
    if (!entity) {
      return {
        ok: false,
        fault: { path: [], message: 'no policy of the catalog accepts it' },
      };
    }
    if (!(await isKnownKind(entity))) {
      const message = `"${entity.kind}" of apiVersion "${entity.apiVersion}" is not a kind that the catalog knows; expected one of API, Component, Domain, Group, Location, Resource, System, Template, User`;
      return { ok: false, fault: { path: ['kind'], message } };
    }
    const fault = malformedReference(entity);
    return fault ? { ok: false, fault } : { ok: true, entity };
  } catch (error) {
    return {
      ok: false,
      fault: readFault(isError(error) ? error.message : String(error), data),
    };
  }
}

async function isKnownKind(entity: Entity): Promise<boolean> {
  for (const kind of KINDS) {
    if (await kind.check(entity)) {
      return true;
    }
  }
  return false;
}

/** The catalog parses every reference of `spec` that makes a relation, and rejects the entity when one is none. */
function malformedReference(entity: Entity): Fault | undefined {
  const broken = deriveRelations(createEntityView(entity)).find(
    relation => !relation.wellFormed,
  );
  if (!broken) {
    return undefined;
  }
  const path = pathOfText(entity.spec, broken.target);
  const message = `"${broken.target}" is not an entity reference; expected "[kind:][namespace/]name", with a kind where the field has no default`;
  return { path: ['spec', ...path], message };
}

function pathOfText(spec: Entity['spec'], target: string): string[] {
  for (const [key, value] of Object.entries(spec ?? {})) {
    const items = Array.isArray(value) ? value : [value];
    const index = items.findIndex(
      item => typeof item === 'string' && item.trim().toLowerCase() === target,
    );
    if (index !== -1) {
      return Array.isArray(value) ? [key, String(index)] : [key];
    }
  }
  return [];
}

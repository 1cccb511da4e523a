import { parseEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  type CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { fullRef } from '../catalog/fullRef';

/** What templates write behind `ui:field`. */
export const OWNER_FIELD = 'MaturityOwner';

/** For the documentation of form fields in the portal. */
export const ownerSchema = makeFieldSchema({
  output: z => z.string(),
});

/**
 * Keeps a form from going on with a group that the catalog does not have. Where the catalog does not
 * answer the form goes on: the check for an owner says later what is wrong.
 */
export const validateOwner: CustomFieldValidator<string> = async (
  owner,
  field,
  { apiHolder },
) => {
  // A missing owner is for the template's own list of required values.
  if (!owner) return;
  const entityRef = fullRef(owner, 'group');
  if (!entityRef || parseEntityRef(entityRef).kind !== 'group') {
    field.addError(
      `is not a group: "${owner}" has to be a reference such as group:default/payments`,
    );
    return;
  }
  const catalog = apiHolder.get(catalogApiRef);
  if (!catalog) return;
  try {
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: [entityRef],
      fields: ['kind', 'metadata.name'],
    });
    if (!items.at(0)) {
      field.addError(`is unknown: the catalog has no group "${entityRef}"`);
    }
  } catch {
    // Nobody can say that it is not there.
  }
};

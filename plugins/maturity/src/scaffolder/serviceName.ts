import {
  type CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { lookUpName, targetOf } from './lookUpName';
import { nameFault, nameLimits } from './nameFault';

/** What templates write behind `ui:field`. */
export const SERVICE_NAME_FIELD = 'MaturityServiceName';

/** For the documentation of form fields in the portal. */
export const serviceNameSchema = makeFieldSchema({
  output: z => z.string(),
});

/**
 * Keeps a form from going on with a name that is malformed or taken. Where nobody answers the form goes
 * on: the publishing step never overwrites a service.
 */
export const validateServiceName: CustomFieldValidator<string> = async (
  name,
  field,
  { apiHolder, formData },
) => {
  // A missing name is for the template's own list of required values.
  if (!name) return;
  if (nameFault(name, nameLimits({}))) {
    field.addError(
      'is not a name for a service: use lower-case letters, digits and single dashes, beginning with a letter',
    );
    return;
  }
  const target = targetOf(formData);
  const answer = await lookUpName({ apis: apiHolder, name, target });
  if (answer.is === 'taken') {
    field.addError(`is taken: the catalog has "${name}" already`);
  } else if (answer.is === 'occupied') {
    field.addError(`is taken: this portal has a service "${name}" already`);
  }
};

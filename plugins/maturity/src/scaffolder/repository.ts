import {
  type CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { lookUpRepository } from './lookUpRepository';
import { isComplete, repositoryFault } from './repositoryFault';
import { partsOf, pathOf } from './repositoryText';

/** What templates write behind `ui:field`. */
export const REPOSITORY_FIELD = 'MaturityRepository';

const PUBLIC_HOSTS = ['github.com', 'gitlab.com'];

/** For the documentation of form fields in the portal. */
export const repositorySchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      allowedHosts: z
        .array(z.string())
        .optional()
        .describe(
          `Hosts of GitHub or GitLab on which the repository may be; without them ${PUBLIC_HOSTS.join(
            ' and ',
          )}`,
        ),
      hostsByDestination: z
        .record(z.array(z.string()))
        .optional()
        .describe(
          'The same by what the field "destination" of the form says, such as github: [github.com]',
        ),
      existing: z
        .boolean()
        .optional()
        .describe(
          'Whether the repository has to be there already; without it a new one is asked for',
        ),
    }),
});

function textsIn(values: unknown): readonly string[] {
  const given: unknown[] = Array.isArray(values) ? values : [];
  return given.filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}

function fieldOf(values: unknown, name: string): unknown {
  return new Map<string, unknown>(Object.entries(values ?? {})).get(name);
}

/**
 * The hosts that a template allows; at least one. A form shows one field alike in all branches of its
 * schema, so those of a destination are looked up by what the form says.
 */
export function allowedHostsOf(
  options: unknown,
  formData: unknown,
): readonly string[] {
  const byDestination = textsIn(
    fieldOf(
      fieldOf(options, 'hostsByDestination'),
      String(fieldOf(formData, 'destination')),
    ),
  );
  if (byDestination.length > 0) return byDestination;
  const hosts = textsIn(fieldOf(options, 'allowedHosts'));
  return hosts.length > 0 ? hosts : PUBLIC_HOSTS;
}

/** Whether a template asks for a repository that is there already. */
export function wantsExisting(options: unknown): boolean {
  return fieldOf(options, 'existing') === true;
}

/**
 * Keeps a form from going on with a repository that is malformed, that exists though a new one is asked
 * for, or that is missing. Where nobody answers the form goes on, and the steps of the template decide.
 */
export const validateRepository: CustomFieldValidator<string> = async (
  repoUrl,
  field,
  { apiHolder, uiSchema },
) => {
  // A missing repository is for the template's own list of required values.
  if (!repoUrl) return;
  const parts = partsOf(repoUrl);
  if (!isComplete(parts) || repositoryFault(parts)) {
    field.addError(
      'is not a repository: give an owner and a name, of letters, digits, dots, underscores and dashes',
    );
    return;
  }
  const answer = await lookUpRepository(apiHolder, repoUrl);
  if (answer.is === 'unchecked') return;
  const existing = wantsExisting(uiSchema?.['ui:options']);
  if (answer.is === 'exists' && !existing) {
    field.addError(`exists already: ${answer.url}`);
  }
  if (answer.is === 'free' && existing) {
    field.addError(
      `is not there, as far as this portal can see: ${pathOf(parts)} on ${
        parts.host
      }`,
    );
  }
};

import {
  type CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { lookUpRepository } from './lookUpRepository';
import { isComplete, repositoryFault } from './repositoryFault';
import { partsOf } from './repositoryText';

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
          `Hosts of GitHub or GitLab on which the repository may be made; without them ${PUBLIC_HOSTS.join(
            ' and ',
          )}`,
        ),
      hostsByDestination: z
        .record(z.array(z.string()))
        .optional()
        .describe(
          'The same by what the field "destination" of the form says, such as github: [github.com]',
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

/**
 * Keeps a form from going on with a repository that is malformed or exists. Where nobody answers the
 * form goes on: the publishing step makes a repository, or fails.
 */
export const validateRepository: CustomFieldValidator<string> = async (
  repoUrl,
  field,
  { apiHolder },
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
  if (answer.is === 'exists') field.addError(`exists already: ${answer.url}`);
};

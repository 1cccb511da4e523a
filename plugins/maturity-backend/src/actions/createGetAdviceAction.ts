import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { MaturityService } from '../service';
import { READ_ONLY } from './attributes';

/** Registers the action that tells what the organization needs next. */
export function createGetAdviceAction(
  registry: ActionsRegistryService,
  service: MaturityService,
): void {
  registry.register({
    name: 'get-advice',
    title: 'Get maturity advice',
    description:
      'Tells what the organization needs next on its way from DevOps over SRE to Platform Engineering: one sentence, where it stands, for each track whether it is worth it now and by which signals and thresholds, and three next actions with the components that they are about. Counts only what the caller may see. Use it for questions about the whole organization, and get-scorecard for one component.',
    attributes: READ_ONLY,
    schema: {
      input: z => z.strictObject({}),
      output: z =>
        z.object({
          definitionVersion: z.string(),
          summary: z.string().describe('The advice in one sentence.'),
          advice: z.object({}).passthrough(),
          restricted: z
            .boolean()
            .describe(
              'True when it is counted from a part of the catalog, because the caller may see no more.',
            ),
        }),
    },
    action: async ({ credentials }) => {
      const answer = await service.getAdvice({ credentials });
      const { definitionVersion, summary, advice, restricted = false } = answer;
      return { output: { definitionVersion, summary, advice, restricted } };
    },
  });
}

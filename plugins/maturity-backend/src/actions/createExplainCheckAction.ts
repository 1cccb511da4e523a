import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { MaturityService } from '../service';
import { READ_ONLY } from './attributes';

/** Registers the action that explains a check. */
export function createExplainCheckAction(
  registry: ActionsRegistryService,
  service: MaturityService,
): void {
  registry.register({
    name: 'explain-check',
    title: 'Explain maturity check',
    description:
      'Explains one maturity check: what it asks, to which components it applies, when it passes and fails, why it matters, how to pass it, and how many components have each status. Check ids are in every scorecard.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.strictObject({
          check: z
            .string()
            .max(100)
            .describe('Id of the check, e.g. "owner-assigned".'),
        }),
      output: z =>
        z.object({
          check: z.object({}).passthrough(),
          counts: z.record(z.number()),
        }),
    },
    action: async ({ input, credentials }) => {
      const detail = await service.getCheck(input.check, { credentials });
      return { output: { check: detail.check, counts: detail.counts } };
    },
  });
}

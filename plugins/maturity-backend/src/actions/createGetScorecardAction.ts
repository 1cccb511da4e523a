import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { MaturityService } from '../service';
import { LONGEST_REFERENCE } from '../service/parseReference';
import { parseRefInput } from './parseRefInput';
import { READ_ONLY } from './attributes';

/** Registers the action that reads one scorecard. */
export function createGetScorecardAction(
  registry: ActionsRegistryService,
  service: MaturityService,
): void {
  registry.register({
    name: 'get-scorecard',
    title: 'Get maturity scorecard',
    description:
      'Reads the maturity scorecard of one software component: its level on each track (DevOps, SRE, Platform Engineering and own tracks), its stage, the result of every check with evidence and remedy, and the cheapest way to each next level. Use it to find out what a service should improve next.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.strictObject({
          entityRef: z
            .string()
            .max(LONGEST_REFERENCE)
            .describe(
              'Reference of the component, e.g. "component:default/checkout"; kind and namespace may be left out when they are "component" and "default".',
            ),
        }),
      output: z =>
        z.object({
          definitionVersion: z.string(),
          scorecard: z.object({}).passthrough(),
          summary: z.object({}).passthrough(),
          nextLevels: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const entityRef = parseRefInput(input.entityRef);
      const detail = await service.getScorecard(entityRef, { credentials });
      const { definitionVersion, scorecard, summary, nextLevels } = detail;
      return { output: { definitionVersion, scorecard, summary, nextLevels } };
    },
  });
}

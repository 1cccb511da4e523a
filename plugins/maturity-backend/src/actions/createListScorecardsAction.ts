import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { MaturityService } from '../service';
import { LONGEST_REFERENCE } from '../service/parseReference';
import { parseScorecardQuery } from '../service/parseScorecardQuery';
import { READ_ONLY } from './attributes';

const DEFAULT_LIMIT = 20;
const MOST = 100;

/** Registers the action that lists scorecards. */
export function createListScorecardsAction(
  registry: ActionsRegistryService,
  service: MaturityService,
  definitions: DefinitionSet,
): void {
  registry.register({
    name: 'list-scorecards',
    title: 'List maturity scorecards',
    description:
      'Lists maturity scorecards of software components, filtered and sorted, without their check results. Use "check" with "status" to find every component that fails a check, "owner" for the components of a team, "track" with "level" for those on a level.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.strictObject({
          q: z
            .string()
            .max(200)
            .optional()
            .describe('Part of the name, title or reference.'),
          owner: z
            .array(z.string().max(LONGEST_REFERENCE))
            .max(50)
            .optional()
            .describe(
              'References of owning groups, e.g. "group:default/payments"; child groups count too.',
            ),
          system: z
            .array(z.string().max(LONGEST_REFERENCE))
            .max(50)
            .optional()
            .describe('References of systems, or of domains.'),
          type: z
            .array(z.string().max(100))
            .max(50)
            .optional()
            .describe('Types of components, e.g. "service".'),
          lifecycle: z
            .array(z.enum(['production', 'experimental', 'deprecated']))
            .max(3)
            .optional(),
          stage: z
            .array(
              z.enum([
                'exploring',
                'starting',
                'devops',
                'sre',
                'platform',
                'leaving',
              ]),
            )
            .max(6)
            .optional(),
          tier: z
            .array(z.enum(['1', '2', '3', '4', 'none']))
            .max(5)
            .optional(),
          track: z
            .string()
            .max(63)
            .optional()
            .describe(
              'Track that "level" speaks of, e.g. "devops"; needs "level".',
            ),
          level: z
            .array(z.string().max(4))
            .max(12)
            .optional()
            .describe('Numbers of levels, or "none"; needs "track".'),
          check: z
            .string()
            .max(100)
            .optional()
            .describe('Id of a check; needs "status".'),
          status: z
            .array(
              z.enum(['pass', 'fail', 'unknown', 'not-applicable', 'exempt']),
            )
            .max(5)
            .optional()
            .describe('Statuses of "check".'),
          sort: z
            .string()
            .max(80)
            .optional()
            .describe(
              'name, overall, tier, stage, owner, system, type, evaluated, level:<track> or score:<track>; "-" before it for descending order.',
            ),
          limit: z.number().int().min(1).max(MOST).optional(),
          cursor: z
            .string()
            .max(2000)
            .optional()
            .describe('Cursor of the next page, from the answer before.'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          totalItems: z.number(),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = parseScorecardQuery(
        {
          limit: DEFAULT_LIMIT,
          ...input,
          ...(input.owner ? { ownerScope: 'tree' } : {}),
        },
        definitions,
      );
      const page = await service.listScorecards(query, { credentials });
      const { items, totalItems, pageInfo } = page;
      return {
        output: { items, totalItems, nextCursor: pageInfo.nextCursor },
      };
    },
  });
}

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { MaturityService } from '../service';
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
        z.object({
          q: z
            .string()
            .max(200)
            .optional()
            .describe('Part of the name, title or reference.'),
          owner: z
            .array(z.string())
            .max(50)
            .optional()
            .describe(
              'References of owning groups, e.g. "group:default/payments"; child groups count too.',
            ),
          system: z
            .array(z.string())
            .max(50)
            .optional()
            .describe('References of systems.'),
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
            .optional(),
          tier: z.array(z.enum(['1', '2', '3', '4', 'none'])).optional(),
          track: z
            .string()
            .optional()
            .describe('Track that "level" speaks of, e.g. "devops".'),
          level: z
            .array(z.string())
            .optional()
            .describe('Numbers of levels, or "none"; needs "track".'),
          check: z
            .string()
            .optional()
            .describe('Id of a check; needs "status".'),
          status: z
            .array(
              z.enum(['pass', 'fail', 'unknown', 'not-applicable', 'exempt']),
            )
            .optional()
            .describe('Statuses of "check".'),
          sort: z
            .string()
            .optional()
            .describe(
              'name, overall, tier, stage, owner, system, type, evaluated, level:<track> or score:<track>; "-" before it for descending order.',
            ),
          limit: z.number().int().min(1).max(MOST).optional(),
          cursor: z
            .string()
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
        { limit: DEFAULT_LIMIT, ...input, ownerScope: 'tree' },
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

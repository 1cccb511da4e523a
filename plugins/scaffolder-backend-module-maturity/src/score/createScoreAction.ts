import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  readRequirements,
  scoreFolder,
  shortfalls,
} from '@backstage-maturity/cli';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import type { LocalRoot } from '../local/LocalRoot';
import { parseServiceName } from '../local/serviceName';
import { scoreExamples } from './scoreExamples';
import { toResult } from './toResult';

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec', 'relations'];

/** The action that scores the workspace as the portal will, once it is in the catalog. */
export function createScoreAction(options: {
  catalog: CatalogService;
  definitions: DefinitionSet;
  /** Undefined when no root of local services is configured. */
  local: LocalRoot | undefined;
}) {
  const { catalog, definitions, local } = options;
  return createTemplateAction({
    id: 'maturity:score',
    description:
      'Scores the components of the workspace with the engine of the portal: their catalog files and repository files, in the context of the catalog as far as the user may see it. Can fail the task below a level.',
    examples: scoreExamples,
    supportsDryRun: true,
    schema: {
      input: {
        folder: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the repository in the workspace; by default its top',
            ),
        service: z =>
          z
            .string()
            .optional()
            .describe(
              'Name of a locally published service that is scored instead of the workspace; empty for the workspace',
            ),
        require: z =>
          z
            .string()
            .optional()
            .describe(
              'Levels without which the task fails, such as devops=2,sre=1; each is held to what applies',
            ),
      },
      output: {
        scorecards: z =>
          z
            .array(
              z.object({
                entityRef: z.string(),
                stage: z.string().nullable(),
                tracks: z.array(
                  z.object({
                    track: z.string(),
                    title: z.string(),
                    level: z.number().nullable(),
                    levelName: z.string(),
                    levels: z.number(),
                    achievable: z.number().nullable(),
                    score: z.number().nullable(),
                    next: z.array(
                      z.object({ check: z.string(), title: z.string() }),
                    ),
                  }),
                ),
              }),
            )
            .describe(
              'Levels of each component, and the checks that come next',
            ),
        summary: z => z.string().describe('The same as Markdown'),
      },
    },
    async handler(ctx) {
      const { folder: place = '.', service = '' } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      let folder = resolveSafeChildPath(ctx.workspacePath, place);
      // A dry run has published nothing.
      if (service !== '' && local !== undefined && !ctx.isDryRun) {
        const name = parseServiceName(service);
        await local.access.requireRead(name, {
          credentials,
          task: ctx.task.id,
        });
        folder = resolveSafeChildPath(local.folder, name);
      }
      const requirements =
        ctx.input.require === undefined
          ? undefined
          : readRequirements(ctx.input.require, definitions.tracks);
      const context: Entity[] = [];
      const pages = catalog.streamEntities({ fields: FIELDS }, { credentials });
      for await (const page of pages) {
        ctx.signal?.throwIfAborted();
        context.push(...page);
      }
      const { scorecards, problems } = await scoreFolder({
        folder,
        context,
        definitions,
        now: Date.now(),
      });
      for (const problem of problems) ctx.logger.warn(problem);
      if (!scorecards.length) {
        throw new InputError(
          `There is no component to score in "${place}"; expected one in a catalog-info.yaml.`,
        );
      }
      const { results, summary } = toResult(scorecards, definitions);
      ctx.logger.info(summary);
      ctx.output('scorecards', results);
      ctx.output('summary', summary);
      const below = requirements ? shortfalls(scorecards, requirements) : [];
      if (below.length) {
        const sentences = below.map(
          ({ entityRef, track, level, needed }) =>
            `${entityRef} has reached level ${level} of ${track}; expected at least ${needed}.`,
        );
        throw new InputError(sentences.join('\n'));
      }
    },
  });
}

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { LocalPublisher } from './LocalPublisher';
import { publishLocalExamples } from './publishLocalExamples';
import { parseServiceName } from './serviceName';

const NOBODY = { name: 'Scaffolder', email: 'scaffolder@localhost' };

/** The action that publishes the workspace below one folder of this machine. */
export function createPublishLocalAction(options: {
  /** Absolute path; undefined when none is configured. */
  root: string | undefined;
}) {
  return createTemplateAction({
    id: 'maturity:publish:local',
    description:
      'Puts the workspace into a folder below the configured root, as a git repository with one commit. For portals without a source-code host. Refuses to overwrite a folder that is not empty, unless told to update it.',
    examples: publishLocalExamples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(
              'Name of the service and of its folder: lower-case letters, digits and single dashes',
            ),
        update: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Replaces the files of a service that exists, those that the workspace does not hold stay',
            ),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace; by default its top'),
        message: z =>
          z
            .string()
            .optional()
            .describe('Message of the commit; by default what was done'),
      },
      output: {
        name: z => z.string().describe('Name of the service'),
        files: z => z.number().describe('Number of published files'),
        commit: z =>
          z.string().describe('Id of the commit; empty in a dry run'),
      },
    },
    async handler(ctx) {
      const { root } = options;
      if (root === undefined) {
        throw new InputError(
          'There is no "maturity.local.root" in the configuration; expected the folder that local services are written into.',
        );
      }
      const name = parseServiceName(ctx.input.name);
      const { update = false } = ctx.input;
      const from = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const publisher = new LocalPublisher(root);
      ctx.output('name', name);
      if (ctx.isDryRun) {
        await publisher.check({ name, update });
        ctx.logger.info(`A dry run publishes nothing; "${name}" could be.`);
        ctx.output('files', 0);
        ctx.output('commit', '');
        return;
      }
      const profile = ctx.user?.entity?.spec.profile;
      const author = {
        name: profile?.displayName ?? ctx.user?.ref ?? NOBODY.name,
        email: profile?.email ?? NOBODY.email,
      };
      const message =
        ctx.input.message ?? (update ? `Update ${name}` : `Create ${name}`);
      const published = await ctx.checkpoint({
        key: `maturity.publish.local.${name}`,
        fn: async () => ({
          ...(await publisher.publish({
            from,
            name,
            message,
            author,
            task: ctx.task.id,
            update,
            signal: ctx.signal,
          })),
        }),
      });
      ctx.logger.info(
        `Published ${published.files} files of "${name}" as commit ${published.commit}.`,
      );
      ctx.output('files', published.files);
      ctx.output('commit', published.commit);
    },
  });
}

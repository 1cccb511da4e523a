import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { declaredEntities } from './catalogFiles';
import { LocalPublisher } from './LocalPublisher';
import { type LocalRoot, requireRoot } from './LocalRoot';
import { publishLocalExamples } from './publishLocalExamples';
import { parseServiceName } from './serviceName';

const NOBODY = { name: 'Scaffolder', email: 'scaffolder@localhost' };

/** The action that publishes the workspace below one folder of this machine. */
export function createPublishLocalAction(options: {
  /** Undefined when no root is configured. */
  local: LocalRoot | undefined;
}) {
  return createTemplateAction({
    id: 'maturity:publish:local',
    description:
      'Puts the workspace into a folder below the configured root, as a git repository with one commit. For portals without a source-code host. Refuses to overwrite a folder that is not empty, unless told to update it; and to declare entities that the catalog has from another place. Whoever runs the task needs the permission catalog.entity.create, or maturity.service.update for an update.',
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
        remove: z =>
          z
            .array(z.string())
            .optional()
            .describe(
              'Files of the service that an update removes, by their paths in it; those that are not there are passed over',
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
      const { folder, access } = requireRoot(options.local);
      const name = parseServiceName(ctx.input.name);
      const { update = false, remove = [] } = ctx.input;
      if (remove.length && !update) {
        throw new InputError(
          `"remove" names ${JSON.stringify(
            remove[0],
          )}, and "update" is false; expected nothing to remove from a new service.`,
        );
      }
      const from = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const publisher = new LocalPublisher(folder);
      const authorize = async () => {
        const credentials = await ctx.getInitiatorCredentials();
        const caller = { credentials, task: ctx.task.id };
        await (update
          ? access.requireUpdate(name, caller)
          : access.requireCreate(name, caller));
        await access.requireFree(name, await declaredEntities(from));
      };
      ctx.output('name', name);
      if (ctx.isDryRun) {
        await publisher.check({ name, update });
        await authorize();
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
        fn: async () => {
          await authorize();
          const { commit, files } = await publisher.publish({
            from,
            name,
            message,
            author,
            work: { task: ctx.task.id, step: ctx.step?.id ?? '' },
            update,
            remove,
            signal: ctx.signal,
          });
          return { commit, files };
        },
      });
      ctx.logger.info(
        `Published ${published.files} files of "${name}" as commit ${published.commit}.`,
      );
      ctx.output('files', published.files);
      ctx.output('commit', published.commit);
    },
  });
}

import { chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  conflictsOf,
  describeUpgrade,
  planUpgrade,
  type UpgradePlan,
  writeUpgrade,
  writtenBy,
} from '@backstage-maturity/cli';
import { type LocalRoot, requireRoot } from '../local/LocalRoot';
import { parseServiceName } from '../local/serviceName';
import { upgradeExamples } from './upgradeExamples';

const ON_DISK = 'file://';

async function isFolder(place: string): Promise<boolean> {
  const stats = await stat(place).catch(() => undefined);
  return stats?.isDirectory() === true;
}

/** The folder that the template of the task lies in, when it was loaded from a disk. */
function archiveOf(baseUrl: string | undefined): string | undefined {
  // Not encoded, in spite of its form.
  return baseUrl?.startsWith(ON_DISK)
    ? path.dirname(baseUrl.slice(ON_DISK.length))
    : undefined;
}

/** Writes the files of a plan into a folder that holds nothing else afterwards; gives their paths. */
async function writeChange(plan: UpgradePlan, to: string): Promise<string[]> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const files = plan.changes.map(writtenBy).filter(file => file !== undefined);
  for (const { place, content } of files) {
    const target = resolveSafeChildPath(to, place);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content.bytes);
    await chmod(target, content.executable ? 0o755 : 0o644);
  }
  return files.map(({ place }) => place);
}

/** The action that brings a repository to the version of its golden path that a folder of templates holds. */
export function createUpgradeAction(options: {
  /** Address of the portal, for links in new files. */
  portal: string;
  /** Undefined when no root of local services is configured. */
  local: LocalRoot | undefined;
}) {
  const { portal, local } = options;
  return createTemplateAction({
    id: 'maturity:upgrade',
    description:
      'Brings a repository that a golden path made to the version of a folder of templates: a three-way merge between what the template made before, what others made of it, and what the template makes now. Writes nothing when it refuses. The changed files are in the repository and in a folder of their own afterwards.',
    examples: upgradeExamples,
    supportsDryRun: true,
    schema: {
      input: {
        repository: z =>
          z.string().describe('Folder of the workspace with all its files'),
        templates: z =>
          z
            .string()
            .describe('Folder of the workspace with the templates of now'),
        from: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the workspace with the templates that made the service; empty for none',
            ),
        to: z =>
          z
            .string()
            .describe(
              'Folder of the workspace that gets the files that are new or changed',
            ),
        service: z =>
          z
            .string()
            .optional()
            .describe(
              'Name of a locally published service, whose history is looked at for the files that the template made; empty for none',
            ),
        conflicts: z =>
          z
            .enum(['refuse', 'mark'])
            .optional()
            .describe(
              'What happens where both sides changed the same: the task fails and says so, or both stand in the file between marks',
            ),
      },
      output: {
        changed: z => z.boolean().describe('Whether anything is to publish'),
        version: z => z.string().describe('Version of the template now'),
        written: z => z.array(z.string()).describe('Files in the folder "to"'),
        removed: z =>
          z
            .array(z.string())
            .describe('Files that the template has no more and nobody changed'),
        conflicts: z =>
          z.array(z.string()).describe('Files that somebody has to decide'),
        summary: z => z.string().describe('What happens, as Markdown'),
      },
    },
    async handler(ctx) {
      const { input, workspacePath, signal } = ctx;
      const inside = (folder: string) =>
        resolveSafeChildPath(workspacePath, folder);
      const to = inside(input.to);
      const repository = inside(input.repository);
      let history = repository;
      if (input.service) {
        const { folder, access } = requireRoot(local);
        const name = parseServiceName(input.service);
        const credentials = await ctx.getInitiatorCredentials();
        await access.requireRead(name, { credentials, task: ctx.task.id });
        const place = resolveSafeChildPath(folder, name);
        if (await isFolder(place)) history = place;
      }
      const upgrade = async () => {
        const plan = await planUpgrade({
          service: repository,
          templates: inside(input.templates),
          from: input.from ? inside(input.from) : undefined,
          archive: archiveOf(ctx.templateInfo?.baseUrl),
          history,
          portal: portal === '' ? undefined : portal,
          signal,
        });
        const conflicts = conflictsOf(plan);
        if (conflicts.length > 0 && input.conflicts !== 'mark') {
          throw new ConflictError(
            `The upgrade of "${plan.template}" from version ${plan.from} to ${
              plan.to
            } has conflicts in ${conflicts.join(
              ', ',
            )}; expected none, or the wish to have them marked. On a checkout, "maturity upgrade" marks them.`,
          );
        }
        signal?.throwIfAborted();
        const written = await writeChange(plan, to);
        writeUpgrade(plan);
        return {
          changed: plan.changes.length > 0,
          version: plan.to,
          written,
          removed: plan.changes
            .filter(({ kind }) => kind === 'removed')
            .map(each => each.path),
          conflicts: [...conflicts],
          summary: describeUpgrade(plan),
        };
      };
      const done = await ctx.checkpoint({
        key: `maturity.upgrade.${input.repository}`,
        fn: upgrade,
      });
      ctx.logger.info(done.summary);
      ctx.output('changed', done.changed);
      ctx.output('version', done.version);
      ctx.output('written', done.written);
      ctx.output('removed', done.removed);
      ctx.output('conflicts', done.conflicts);
      ctx.output('summary', done.summary);
    },
  });
}

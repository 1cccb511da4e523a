import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { copyService } from './copyService';
import { fetchLocalExamples } from './fetchLocalExamples';
import { listServiceFiles } from './listServiceFiles';
import { type LocalRoot, requireRoot } from './LocalRoot';
import { noSuchService } from './ServiceAccess';
import { parseServiceName } from './serviceName';

/** What a task may copy: a service of source text, not a store of data. */
const LIMITS = { files: 5_000, bytes: 50 * 1024 * 1024 };

async function folderOf(root: string, name: string): Promise<string> {
  try {
    const dir = path.join(await realpath(root), name);
    if ((await lstat(dir)).isDirectory()) return dir;
  } catch (error) {
    if (!isError(error) || error.code !== 'ENOENT') throw error;
  }
  throw noSuchService(name);
}

/** The action that copies files of a locally published service into the workspace. */
export function createFetchLocalAction(options: {
  /** Undefined when no root is configured. */
  local: LocalRoot | undefined;
  limits?: { files: number; bytes: number };
}) {
  const { local, limits = LIMITS } = options;
  return createTemplateAction({
    id: 'maturity:fetch:local',
    description:
      'Copies files of a locally published service into the workspace, where steps can edit them; maturity:publish:local puts them back. Without names it copies all files but those that git ignores. Whoever runs the task must see the service in the catalog.',
    examples: fetchLocalExamples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the service and of its folder'),
        files: z =>
          z
            .array(z.string())
            .optional()
            .describe('Paths of the files in the service; by default all'),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace; by default its top'),
      },
      output: {
        files: z => z.number().describe('Number of copied files'),
        bytes: z => z.number().describe('Their size'),
      },
    },
    async handler(ctx) {
      const { folder, access } = requireRoot(local);
      const { targetPath = '.' } = ctx.input;
      const name = parseServiceName(ctx.input.name);
      const to = resolveSafeChildPath(ctx.workspacePath, targetPath);
      await access.requireRead(name, {
        credentials: await ctx.getInitiatorCredentials(),
        task: ctx.task.id,
      });
      const dir = await folderOf(folder, name);
      const { signal } = ctx;
      const files =
        ctx.input.files ??
        (await listServiceFiles({ dir, most: limits.files, signal }));
      if (files.length > limits.files) {
        throw new InputError(
          `${files.length} files are named; expected at most ${limits.files}.`,
        );
      }
      const bytes = await copyService({
        from: dir,
        to,
        files,
        mostBytes: limits.bytes,
        signal,
      });
      ctx.logger.info(
        `Fetched ${files.length} files of "${name}" with ${bytes} bytes.`,
      );
      ctx.output('files', files.length);
      ctx.output('bytes', bytes);
    },
  });
}

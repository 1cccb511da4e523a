import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  isChildPath,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { copyFiles } from '../local/copyFiles';
import { listFiles } from '../local/listFiles';
import { addFilesExamples } from './addFilesExamples';

async function readIfThere(place: string): Promise<Buffer | undefined> {
  try {
    return await readFile(place);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function listIfThere(folder: string, signal?: AbortSignal) {
  try {
    return await listFiles(folder, signal);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The action that puts new files into a folder and never overwrites one unasked. */
export function createAddFilesAction() {
  return createTemplateAction({
    id: 'maturity:files:add',
    description:
      'Puts files of one folder of the workspace into another one, such as a repository that was fetched. Refuses, before it writes anything, when a file is there with another content, unless told to replace or to keep it. What is not a change is removed from the first folder, so that it holds the change and nothing else.',
    examples: addFilesExamples,
    supportsDryRun: true,
    schema: {
      input: {
        from: z => z.string().describe('Folder of the new files'),
        to: z => z.string().describe('Folder that they are put into'),
        keep: z =>
          z
            .array(z.string())
            .optional()
            .describe('Files that stay as they are when they are there'),
        replace: z =>
          z
            .boolean()
            .optional()
            .describe('Whether files with another content are replaced'),
      },
      output: {
        added: z => z.array(z.string()).describe('Files that are new'),
        replaced: z => z.array(z.string()).describe('Files that were replaced'),
        unchanged: z =>
          z
            .array(z.string())
            .describe('Files that were there already, or were kept'),
        summary: z => z.string().describe('The same as Markdown'),
      },
    },
    async handler(ctx) {
      const { keep = [], replace = false } = ctx.input;
      const from = resolveSafeChildPath(ctx.workspacePath, ctx.input.from);
      const to = resolveSafeChildPath(ctx.workspacePath, ctx.input.to);
      if (isChildPath(from, to) || isChildPath(to, from)) {
        throw new InputError(
          `The files of "${ctx.input.from}" cannot be put into "${ctx.input.to}"; expected two folders of the workspace, neither of them in the other.`,
        );
      }
      const kept = new Set(keep.map(file => path.normalize(file)));
      const added: string[] = [];
      const replaced: string[] = [];
      const unchanged: string[] = [];
      const files = await listIfThere(from, ctx.signal);
      if (!files.length) {
        throw new InputError(
          `The folder "${ctx.input.from}" of the workspace holds no file; expected the files to add.`,
        );
      }
      for (const file of files) {
        ctx.signal?.throwIfAborted();
        const before = await readIfThere(resolveSafeChildPath(to, file));
        const after = await readFile(path.join(from, file));
        if (before === undefined) added.push(file);
        else if (kept.has(file) || before.equals(after)) unchanged.push(file);
        else replaced.push(file);
      }
      if (replaced.length && !replace) {
        throw new ConflictError(
          `The repository holds these files with another content: ${replaced.join(
            ', ',
          )}; expected none of them, or the wish to replace them.`,
        );
      }
      await copyFiles({
        from,
        to,
        files: [...added, ...replaced],
        signal: ctx.signal,
      });
      for (const file of unchanged) await rm(path.join(from, file));
      const lines = [
        ...added.map(file => `- \`${file}\` is new.`),
        ...replaced.map(file => `- \`${file}\` was replaced.`),
        ...unchanged.map(file => `- \`${file}\` stays as it was.`),
      ];
      const summary = lines.join('\n');
      ctx.logger.info(summary);
      ctx.output('added', added);
      ctx.output('replaced', replaced);
      ctx.output('unchanged', unchanged);
      ctx.output('summary', summary);
    },
  });
}

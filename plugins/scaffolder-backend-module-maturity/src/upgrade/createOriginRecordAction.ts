import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  type FileContent,
  ORIGIN_FILE,
  recordFiles,
} from '@backstage-maturity/cli';
import { listFiles } from '../local/listFiles';
import { originRecordExamples } from './originRecordExamples';

const OWNER_MAY_EXECUTE = 0o100;

async function readText(place: string, file: string): Promise<string> {
  try {
    return await readFile(place, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new InputError(
        `There is no file "${file}" in the workspace; expected the one that says which template made the service.`,
      );
    }
    throw error;
  }
}

/** The action that records the files of a new service, so that an upgrade knows what the template made. */
export function createOriginRecordAction() {
  return createTemplateAction({
    id: 'maturity:origin:record',
    description: `Records the files of the workspace in ${ORIGIN_FILE}, each with the id that git gives to its content. An upgrade of the service knows by it what the template made and what others changed. Belongs after the last step that writes a file.`,
    examples: originRecordExamples,
    supportsDryRun: true,
    schema: {
      input: {
        file: z =>
          z
            .string()
            .optional()
            .describe(
              `The file that says which template made the service; by default ./${ORIGIN_FILE}. The files are those beside it and below.`,
            ),
      },
      output: {
        files: z => z.number().describe('Number of recorded files'),
      },
    },
    async handler(ctx) {
      const { file = `./${ORIGIN_FILE}` } = ctx.input;
      if (path.posix.basename(file) !== ORIGIN_FILE) {
        throw new InputError(
          `The file is "${file}"; expected the path of a "${ORIGIN_FILE}".`,
        );
      }
      const place = resolveSafeChildPath(ctx.workspacePath, file);
      const text = await readText(place, file);
      const folder = path.dirname(place);
      const made = new Map<string, FileContent>();
      for (const each of await listFiles(folder, ctx.signal)) {
        ctx.signal?.throwIfAborted();
        const at = path.join(folder, each);
        const { mode } = await stat(at);
        made.set(each.split(path.sep).join('/'), {
          bytes: await readFile(at),
          executable: (mode & OWNER_MAY_EXECUTE) !== 0,
        });
      }
      await writeFile(place, recordFiles(text, made));
      const files = made.size - 1;
      ctx.logger.info(`Recorded ${files} files in "${file}".`);
      ctx.output('files', files);
    },
  });
}

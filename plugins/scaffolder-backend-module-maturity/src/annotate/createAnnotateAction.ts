import { readFile, writeFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  describeRefusal,
  editEntity,
} from '@backstage-maturity/plugin-maturity-common';
import { annotateExamples } from './annotateExamples';
import { toChanges } from './wishes';

const DEFAULT_FILE = './catalog-info.yaml';

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new InputError(
        `There is no file "${file}" in the workspace; expected a catalog file.`,
      );
    }
    throw error;
  }
}

/** The action that edits one entity of a catalog file and leaves every other byte as it was. */
export function createAnnotateAction() {
  return createTemplateAction({
    id: 'maturity:catalog:annotate',
    description:
      'Edits one entity of a catalog file in the workspace. Comments, order, quoting, anchors and other documents stay as they are. Values are checked by the parsers that the maturity checks use.',
    examples: annotateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        file: z =>
          z
            .string()
            .optional()
            .describe(`Path in the workspace; by default ${DEFAULT_FILE}`),
        entity: z =>
          z
            .string()
            .describe(
              'Reference of the entity in the file; kind Component and namespace default may be left out',
            ),
        annotations: z =>
          z
            .record(z.string())
            .optional()
            .describe('Annotations to set, by key; an empty value is left out'),
        removeAnnotations: z =>
          z.array(z.string()).optional().describe('Annotations to remove'),
        fields: z => {
          const values = z.record(z.union([z.string(), z.array(z.string())]));
          return z
            .union([values, z.array(values)])
            .optional()
            .describe(
              'Fields to set, by path, such as spec.owner, or spec.dependsOn with a list; an empty value is left out. Of several maps a later one counts',
            );
        },
        removeFields: z =>
          z.array(z.string()).optional().describe('Fields to remove, by path'),
        links: z =>
          z
            .array(
              z.object({
                url: z.string(),
                title: z.string().optional(),
                icon: z.string().optional(),
                type: z.string().optional(),
              }),
            )
            .optional()
            .describe('Links to set; one of the same type is replaced'),
        removeLinks: z =>
          z
            .array(z.string())
            .optional()
            .describe('Links to remove, by type or address'),
        tags: z => z.array(z.string()).optional().describe('Tags to add'),
        removeTags: z =>
          z.array(z.string()).optional().describe('Tags to remove'),
      },
      output: {
        changed: z => z.boolean().describe('Whether the file is different now'),
        diff: z =>
          z.string().describe('Unified diff; empty when nothing changed'),
        changes: z =>
          z
            .array(
              z.object({
                path: z.string(),
                before: z.string().optional(),
                after: z.string().optional(),
              }),
            )
            .describe('What changed, in the order of the wishes'),
      },
    },
    async handler(ctx) {
      const { file = DEFAULT_FILE, entity, ...wishes } = ctx.input;
      const path = resolveSafeChildPath(ctx.workspacePath, file);
      const before = await readText(path, file);
      const changes = toChanges(wishes);
      const result = editEntity(before, { entity, changes, file });
      if (!result.ok) {
        const reasons = result.refusals.map(refusal =>
          describeRefusal(refusal, file),
        );
        throw new InputError(reasons.join('\n'));
      }
      const { edit } = result;
      if (edit.text !== before) await writeFile(path, edit.text);
      for (const change of edit.changes) {
        ctx.logger.info(
          `${change.path}: ${change.before ?? '(none)'} -> ${
            change.after ?? '(none)'
          }`,
        );
      }
      if (!edit.changes.length) {
        ctx.logger.info(`${file} holds all of this already.`);
      }
      ctx.output('changed', edit.text !== before);
      ctx.output('diff', edit.diff);
      ctx.output(
        'changes',
        edit.changes.map(change => ({ ...change })),
      );
    },
  });
}

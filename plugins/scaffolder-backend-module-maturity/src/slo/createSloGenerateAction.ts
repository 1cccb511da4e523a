import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { generateSloFiles, SLO_PLACES } from '@backstage-maturity/cli';
import { sloGenerateExamples } from './sloGenerateExamples';

async function readText(place: string, file: string): Promise<string> {
  try {
    return await readFile(place, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new InputError(
        `There is no file "${file}" in the workspace; expected an SLO file.`,
      );
    }
    throw error;
  }
}

/** The action that writes rules, their tests and a dashboard from the SLO file of the workspace. */
export function createSloGenerateAction() {
  return createTemplateAction({
    id: 'maturity:slo:generate',
    description:
      'Writes Prometheus rules with multi-window burn-rate alerts, unit tests of the rules for promtool, and a Grafana dashboard from an SLO file (Sloth prometheus/v1 or OpenSLO v1) of the workspace.',
    examples: sloGenerateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        file: z =>
          z
            .string()
            .optional()
            .describe(`The SLO file; by default ${SLO_PLACES.file}`),
        rules: z =>
          z
            .string()
            .optional()
            .describe(`Where rules go; by default ${SLO_PLACES.rules}`),
        tests: z =>
          z
            .string()
            .optional()
            .describe(`Where their tests go; by default ${SLO_PLACES.tests}`),
        dashboard: z =>
          z
            .string()
            .optional()
            .describe(
              `Where the dashboard goes; by default ${SLO_PLACES.dashboard}`,
            ),
        windowDays: z =>
          z
            .number()
            .optional()
            .describe('Window of objectives whose file names none; 30 days'),
        runbookUrl: z =>
          z
            .string()
            .optional()
            .describe('Runbook that alerts without one link to'),
        grafanaUrl: z =>
          z
            .string()
            .optional()
            .describe('Grafana that shows the dashboard, for links in alerts'),
        signals: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Adds panels for the golden signals in the metric names of the golden paths',
            ),
      },
      output: {
        files: z => z.array(z.string()).describe('The files that were written'),
        notes: z =>
          z
            .array(z.string())
            .describe('What is worth knowing, such as alerts that cannot fire'),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const { workspacePath } = ctx;
      const source = input.file ?? SLO_PLACES.file;
      const text = await readText(
        resolveSafeChildPath(workspacePath, source),
        source,
      );
      const made = generateSloFiles(text, input);
      // All places are looked at before the first file is written.
      const files = made.files.map(each => ({
        ...each,
        place: resolveSafeChildPath(workspacePath, each.file),
      }));
      for (const { place, content } of files) {
        ctx.signal?.throwIfAborted();
        await mkdir(path.dirname(place), { recursive: true });
        await writeFile(place, content);
      }
      for (const note of made.notes) ctx.logger.info(note);
      ctx.output(
        'files',
        files.map(({ file }) => file),
      );
      ctx.output('notes', [...made.notes]);
    },
  });
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  describeSloFileProblem,
  readSloFile,
  renderSloDashboard,
  renderSloRules,
  renderSloRuleTests,
  type SloDefinition,
} from '@backstage-maturity/plugin-maturity-common';
import { sloGenerateExamples } from './sloGenerateExamples';

const DEFAULTS = {
  file: './slo.yaml',
  rules: './deploy/chart/rules/alerts.yaml',
  tests: './deploy/alerts-tests.yaml',
  dashboard: './deploy/chart/dashboards/service.json',
};

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

/** Saturation is the one golden signal that no objective speaks of. */
function signalsOf(slos: readonly SloDefinition[]) {
  const service = JSON.stringify(slos[0].service);
  const of = (metric: string) => `${metric}{service=${service}}`;
  return [
    {
      title: 'Traffic',
      query: `sum by (route) (rate(${of(
        'http_requests_total',
      )}[$__rate_interval]))`,
      unit: 'reqps',
      legend: '{{route}}',
    },
    {
      title: 'Errors',
      query: `sum by (code) (rate(http_requests_total{service=${service},code=~"5.."}[$__rate_interval]))`,
      unit: 'reqps',
      legend: '{{code}}',
    },
    {
      title: 'Latency, 99th percentile',
      query: `histogram_quantile(0.99, sum by (le) (rate(${of(
        'http_request_duration_seconds_bucket',
      )}[$__rate_interval])))`,
      unit: 's',
    },
    {
      title: 'Saturation: CPU',
      query: `sum by (pod) (rate(${of(
        'process_cpu_seconds_total',
      )}[$__rate_interval]))`,
      unit: 'percentunit',
      legend: '{{pod}}',
    },
  ];
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
            .describe(`The SLO file; by default ${DEFAULTS.file}`),
        rules: z =>
          z
            .string()
            .optional()
            .describe(`Where rules go; by default ${DEFAULTS.rules}`),
        tests: z =>
          z
            .string()
            .optional()
            .describe(`Where their tests go; by default ${DEFAULTS.tests}`),
        dashboard: z =>
          z
            .string()
            .optional()
            .describe(
              `Where the dashboard goes; by default ${DEFAULTS.dashboard}`,
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
      const to = {
        file: input.file ?? DEFAULTS.file,
        rules: input.rules ?? DEFAULTS.rules,
        tests: input.tests ?? DEFAULTS.tests,
        dashboard: input.dashboard ?? DEFAULTS.dashboard,
      };
      const { workspacePath } = ctx;
      const text = await readText(
        resolveSafeChildPath(workspacePath, to.file),
        to.file,
      );
      const { windowDays, runbookUrl, grafanaUrl, signals } = input;
      const reading = readSloFile(text, { windowDays });
      if (!reading.ok) {
        const problems = reading.problems.map(
          problem => `${to.file}:${describeSloFileProblem(problem)}`,
        );
        throw new InputError(problems.join('\n'));
      }
      const { slos } = reading;
      const rules = renderSloRules(slos, { runbookUrl, grafanaUrl });
      const rulesFile = path.posix.relative(
        path.posix.dirname(path.posix.normalize(to.tests)),
        path.posix.normalize(to.rules),
      );
      const tests = renderSloRuleTests(slos, { rulesFile });
      const dashboard = renderSloDashboard(slos, {
        signals: signals ? signalsOf(slos) : undefined,
      });
      // All places are looked at before the first file is written.
      const files = [
        { file: to.rules, content: rules.text },
        { file: to.tests, content: tests.text },
        { file: to.dashboard, content: dashboard },
      ].map(each => ({
        ...each,
        place: resolveSafeChildPath(workspacePath, each.file),
      }));
      for (const { place, content } of files) {
        ctx.signal?.throwIfAborted();
        await mkdir(path.dirname(place), { recursive: true });
        await writeFile(place, content);
      }
      const notes = [...rules.notes, ...tests.notes];
      for (const note of notes) ctx.logger.info(note);
      ctx.output(
        'files',
        files.map(({ file }) => file),
      );
      ctx.output('notes', notes);
    },
  });
}

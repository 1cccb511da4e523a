import { posix } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  describeSloFileProblem,
  httpSignals,
  readSloFile,
  renderSloDashboard,
  renderSloRules,
  renderSloRuleTests,
} from '@backstage-maturity/plugin-maturity-common';

/**
 * Where the golden paths keep the SLO file and what is generated from it.
 *
 * @public
 */
export const SLO_PLACES = {
  file: './slo.yaml',
  rules: './deploy/chart/rules/alerts.yaml',
  tests: './deploy/alerts-tests.yaml',
  dashboard: './deploy/chart/dashboards/service.json',
} as const;

/**
 * What the generation of SLO files can be told; places are relative, with slashes.
 *
 * @public
 */
export interface SloFilesInput {
  file?: string;
  rules?: string;
  tests?: string;
  dashboard?: string;
  /** Window in days of objectives whose file names none. */
  windowDays?: number;
  runbookUrl?: string;
  grafanaUrl?: string;
  /** Adds panels for the golden signals in the metric names of the golden paths. */
  signals?: boolean;
}

/**
 * Rules with burn-rate alerts, their tests and a dashboard from the text of an SLO file.
 *
 * @returns the files with their places, and what is worth knowing of them
 * @throws InputError with the places of all mistakes in the SLO file
 *
 * @public
 */
export function generateSloFiles(
  text: string,
  input: SloFilesInput,
): {
  files: readonly { file: string; content: string }[];
  notes: readonly string[];
} {
  const { windowDays, runbookUrl, grafanaUrl, signals } = input;
  const to = {
    file: input.file ?? SLO_PLACES.file,
    rules: input.rules ?? SLO_PLACES.rules,
    tests: input.tests ?? SLO_PLACES.tests,
    dashboard: input.dashboard ?? SLO_PLACES.dashboard,
  };
  const reading = readSloFile(text, { windowDays });
  if (!reading.ok) {
    const problems = reading.problems.map(
      problem => `${to.file}:${describeSloFileProblem(problem)}`,
    );
    throw new InputError(problems.join('\n'));
  }
  const { slos } = reading;
  const rules = renderSloRules(slos, { runbookUrl, grafanaUrl });
  const rulesFile = posix.relative(
    posix.dirname(posix.normalize(to.tests)),
    posix.normalize(to.rules),
  );
  const tests = renderSloRuleTests(slos, { rulesFile });
  const dashboard = renderSloDashboard(slos, {
    signals: signals ? httpSignals(slos[0].service) : undefined,
  });
  return {
    files: [
      { file: to.rules, content: rules.text },
      { file: to.tests, content: tests.text },
      { file: to.dashboard, content: dashboard },
    ],
    notes: [...rules.notes, ...tests.notes],
  };
}

import { basename } from 'node:path';
import { Command } from 'commander';
import { InputError } from '@backstage/errors';
import {
  describeSloFileProblem,
  httpSignals,
  parseSlos,
  readSloFile,
  renderSloDashboard,
  renderSloRules,
  renderSloRuleTests,
} from '@backstage-maturity/plugin-maturity-common';
import type {
  GeneratedSloFile,
  SloDefinition,
} from '@backstage-maturity/plugin-maturity-common';
import { addExamples } from '../help/help';
import type { Example } from '../help/help';
import { readNamedText } from '../load/readInput';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { EXIT } from './exitCodes';

const MAX_BYTES = 4_000_000;

interface FileOptions {
  /** Window of objectives whose file names none. */
  window?: string;
  /** A file that is compared with what would be generated. */
  check?: string;
}

interface Context {
  terminal: Terminal;
  done: (code: number) => void;
}

type Render = (slos: readonly SloDefinition[]) => GeneratedSloFile;

/** Adds `maturity slo rules`, `tests` and `dashboard`. */
export function addSloFileCommands(slo: Command, context: Context): void {
  fileCommand(slo, {
    name: 'rules',
    example: [
      'maturity slo rules slo.yaml --runbook-url https://wiki.acme.org/checkout > slo.rules.yaml',
      'alerts that say where the runbook is',
    ],
  })
    .summary('generate Prometheus rules from an SLO file')
    .description(
      'Generates recording rules and burn-rate alerts for Prometheus from an SLO file.',
    )
    .option(
      '--runbook-url <url>',
      'runbook that alerts link to; the name of the objective becomes its anchor',
    )
    .option(
      '--grafana-url <url>',
      'Grafana that shows the generated dashboard, for the link in alerts',
    )
    .action((file, options) =>
      generate(file, {
        ...context,
        options,
        render: slos =>
          renderSloRules(slos, {
            runbookUrl: options.runbookUrl,
            grafanaUrl: options.grafanaUrl,
          }),
      }),
    );
  fileCommand(slo, {
    name: 'tests',
    example: [
      'maturity slo tests slo.yaml --rules-file slo.rules.yaml > slo.tests.yaml',
      'then: promtool test rules slo.tests.yaml',
    ],
  })
    .summary('generate unit tests of the rules, for promtool')
    .description(
      'Generates unit tests of the rules for "promtool test rules": an outage pages, a blip does not, a slow leak makes a ticket.',
    )
    .option(
      '--rules-file <path>',
      'where the rules are, seen from the tests',
      'rules.yaml',
    )
    .action((file, options) =>
      generate(file, {
        ...context,
        options,
        render: slos =>
          renderSloRuleTests(slos, { rulesFile: options.rulesFile }),
      }),
    );
  fileCommand(slo, {
    name: 'dashboard',
    example: [
      'maturity slo dashboard slo.yaml --signals > slo.dashboard.json',
      'with the signals of a golden path above the objectives',
    ],
  })
    .summary('generate a Grafana dashboard from an SLO file')
    .description(
      'Generates a Grafana dashboard from an SLO file: what is left of each budget, and how fast it burns.',
    )
    .option(
      '--service <name>',
      'the service to show, where the file has objectives of several',
    )
    .option(
      '--signals',
      'show traffic, errors, latency and CPU too, in the metric names of the golden paths',
    )
    .action((file, options) =>
      generate(file, {
        ...context,
        options,
        render: slos => {
          const shown = slos.filter(
            ({ service }) =>
              options.service === undefined || service === options.service,
          );
          const signals =
            options.signals && shown.length
              ? httpSignals(shown[0].service)
              : undefined;
          return { text: renderSloDashboard(shown, { signals }), notes: [] };
        },
      }),
    );
}

function fileCommand(
  slo: Command,
  { name, example }: { name: string; example: Example },
): Command {
  const check: Example = [
    `maturity slo ${name} slo.yaml --check ${example[0].split(' > ')[1]}`,
    'in a pipeline: exit with 1 unless it is current',
  ];
  return (
    addExamples(slo.command(name), [example, check])
      // The inline list takes more words to say what is wrong with them, and its commands would inherit that.
      .allowExcessArguments(false)
      .argument(
        '<file>',
        'SLO file: Sloth prometheus/v1 or OpenSLO v1; "-" is standard input',
      )
      .option(
        '--window <window>',
        'window of objectives whose file names none, e.g. 28d or 4w (default "30d")',
      )
      .option(
        '--check <path>',
        'write nothing, and exit with 1 unless this file is what would be generated',
      )
  );
}

function generate(
  file: string,
  task: Context & { options: FileOptions; render: Render },
): void {
  const { terminal, options, render, done } = task;
  const { text: safe } = createStyles({ colors: false, unicode: true });
  const reading = readSloFile(
    readText(file, { what: 'SLO file', cwd: terminal.cwd }),
    {
      windowDays: windowOf(options.window),
    },
  );
  if (!reading.ok) {
    reading.problems.forEach(problem =>
      terminal.message(safe(`${file}:${describeSloFileProblem(problem)}`)),
    );
    done(EXIT.unusable);
    return;
  }
  if (
    options.window !== undefined &&
    reading.slos.every(({ format }) => format === 'openslo/v1')
  ) {
    throw new InputError(
      `"${file}" is an OpenSLO file, which names its windows itself; --window "${options.window}" has nothing to say in it.`,
    );
  }
  const { text, notes } = render(reading.slos);
  notes.forEach(note => terminal.message(`${file}: ${note}`));
  if (options.check === undefined) {
    terminal.out(text);
    done(EXIT.fine);
    return;
  }
  const { cwd } = terminal;
  const isCurrent =
    readText(options.check, { what: 'generated file', cwd }) === text;
  if (!isCurrent) {
    terminal.message(
      `"${options.check}" is not what "${basename(
        file,
      )}" gives; generate it anew.`,
    );
  }
  done(isCurrent ? EXIT.fine : EXIT.below);
}

function readText(
  named: string,
  { what, cwd }: { what: string; cwd: string },
): string {
  return readNamedText(named, { what, cwd, limit: MAX_BYTES });
}

function windowOf(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  // One grammar of windows everywhere.
  const { slos, problems } = parseSlos(`availability=99/${text}`);
  const [read] = slos;
  if (slos.length !== 1 || !read || problems.length > 0) {
    throw new InputError(
      `--window "${text}" is not a window of 1 to 366 days or 1 to 52 weeks, such as 28d or 4w.`,
    );
  }
  return read.windowDays;
}

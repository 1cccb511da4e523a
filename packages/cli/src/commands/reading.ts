import { InputError } from '@backstage/errors';
import type { Command } from 'commander';
import { addExamples } from '../help/help';
import type { Terminal } from '../terminal/Terminal';
import { checks } from './checks';
import { explain } from './explain';
import { commonOptions, format } from './options';
import { slo } from './slo';
import { addSloFileCommands } from './sloFiles';
import { suggest } from './suggest';

const SLO_EXAMPLES = [
  ['maturity slo "availability=99.95/30d"', 'how much downtime it allows'],
  [
    'maturity slo "availability=99.95/30d, latency(300ms)=99/30d" --sli 0.9996 --burn 2',
    'what is spent of it, and when it ends at this rate',
  ],
  [
    'maturity slo rules slo.yaml > slo.rules.yaml',
    'recording rules and alerts from an SLO file',
  ],
] as const;

/** Adds `checks`, `explain` and `slo`, which need no catalog. */
export function addReadingCommands(
  program: Command,
  { terminal, done }: { terminal: Terminal; done: (code: number) => void },
): void {
  const checks_ = program
    .command('checks')
    .summary('list the checks')
    .description('Lists the checks in force, by track and level.')
    .addOption(format('text', 'json'));
  addExamples(commonOptions(checks_), [
    ['maturity checks --config app-config.yaml', 'with those of a portal'],
  ]).action(options => done(checks(options, terminal)));

  const explain_ = program
    .command('explain')
    .summary('say what a check asks, how it is decided and what to do')
    .description(
      'Says everything about one check: what it applies to, what passes and fails, where it looks, and the remedy.',
    )
    .argument('<check>', 'id of the check, as "maturity checks" lists it')
    .addOption(format('text', 'json'));
  addExamples(commonOptions(explain_), [
    ['maturity explain slo-defined', 'why a service needs an objective'],
  ]).action((id, options) => done(explain(id, options, terminal)));

  const slos = program
    .command('slo')
    .enablePositionalOptions()
    .summary('compute error budgets; generate rules from an SLO file')
    .description(
      'Computes the error budget of an inline SLO list, or generates rules, their tests and a dashboard from an SLO file.',
    )
    .argument('<slos>', 'e.g. "availability=99.95/30d, latency(300ms)=99/30d"')
    .allowExcessArguments()
    .option(
      '--sli <ratio>',
      'measured share of good events over the window, e.g. 0.9995',
    )
    .option('--burn <rate>', 'burn rate now (default: that of --sli)')
    .addOption(format('text', 'json'))
    .option('--ascii', 'use ASCII only', false)
    .hook('preSubcommand', refuseOptionsBefore)
    .action((list, options) => {
      requireOne(slos.args, slos.commands);
      done(slo(list, options, terminal));
    });
  addExamples(slos, SLO_EXAMPLES);
  addSloFileCommands(slos, { terminal, done });
}

/** Options of an inline list say nothing to what is generated from a file. */
function refuseOptionsBefore(list: Command, command: Command): void {
  const given = list.options.find(
    option => list.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (given) {
    throw new InputError(
      `${
        given.long
      } belongs to an inline SLO list, and "${command.name()}" reads a file. Options of "${command.name()}" go after its name.`,
    );
  }
}

/** A list without quotes comes as several words, and so does a misspelt command with its file. */
function requireOne(
  words: readonly string[],
  commands: readonly Command[],
): void {
  const [first = ''] = words;
  if (words.length > 1) {
    const hint = suggest(
      first,
      commands.map(command => command.name()),
      'Put the list in quotes.',
    );
    throw new InputError(
      `One SLO list was expected, and ${words.length} words were found. ${hint}`,
    );
  }
}

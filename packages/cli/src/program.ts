import {
  Command,
  CommanderError,
  InvalidArgumentError,
  Option,
} from 'commander';
import { isError } from '@backstage/errors';
import { advise } from './commands/advise';
import { addAnnotatingCommands } from './commands/annotating';
import { checks } from './commands/checks';
import { EXIT } from './commands/exitCodes';
import { explain } from './commands/explain';
import { score } from './commands/score';
import { slo } from './commands/slo';
import { addSloFileCommands } from './commands/sloFiles';
import { addUpgradeCommand } from './commands/upgrading';
import { createStyles } from './terminal/styles';
import type { Terminal } from './terminal/Terminal';

/** Runs one command line; gives the exit code and writes nothing but results to standard output. */
export async function run(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  let code: number = EXIT.fine;
  const program = createProgram(terminal, result => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
    }
    const { text } = createStyles({ colors: false, unicode: true });
    terminal.message(
      text(isError(error) ? error.message : String(error), 2_000),
    );
    return EXIT.unusable;
  }
}

function createProgram(
  terminal: Terminal,
  done: (code: number) => void,
): Command {
  const program = new Command('maturity')
    .description(
      'Scores the maturity of what a Backstage catalog describes, from files alone.',
    )
    .exitOverride()
    // Each command sees its own options only: --format of an inline SLO list means nothing to an SLO file.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: text => terminal.out(text),
      writeErr: text => terminal.message(text.replace(/\n$/, '')),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 below a required level or something found, 2 wrong use or unreadable input.',
    );

  catalogOptions(program.command('score'))
    .description('score the components of catalog files')
    .argument('[paths...]', 'files, folders or globs (default ".")')
    .option(
      '--repo <dir>',
      'also look at the files of a repository, for the entities defined at its root',
    )
    .option(
      '--entity <ref>',
      'show only this entity (may be given again)',
      collect,
      [],
    )
    .addOption(format('text', 'json', 'markdown', 'sarif'))
    .option(
      '--require <levels>',
      'exit with 1 below these levels, e.g. "devops=2,sre=1"',
    )
    .action(async (paths, options) =>
      done(await score(paths, options, terminal)),
    );

  commonOptions(program.command('checks'))
    .description('list the checks')
    .addOption(format('text', 'json'))
    .action(options => done(checks(options, terminal)));

  commonOptions(program.command('explain'))
    .description('say what a check asks, how it is decided and what to do')
    .argument('<check>', 'id of the check')
    .addOption(format('text', 'json'))
    .action((id, options) => done(explain(id, options, terminal)));

  const slos = program
    .command('slo')
    .enablePositionalOptions()
    .description(
      'compute the error budget of an inline SLO list, or generate rules from an SLO file',
    )
    .argument('<slos>', 'e.g. "availability=99.95/30d, latency(300ms)=99/30d"')
    .option(
      '--sli <ratio>',
      'measured share of good events over the window, e.g. 0.9995',
    )
    .option('--burn <rate>', 'burn rate now; without it that of --sli')
    .addOption(format('text', 'json'))
    .option('--ascii', 'use ASCII only', false)
    .action((list, options) => done(slo(list, options, terminal)));
  addSloFileCommands(slos, { terminal, done });

  catalogOptions(program.command('advise'))
    .description('advise the organization what to work on next')
    .argument('[paths...]', 'files, folders or globs (default ".")')
    .option(
      '--signals <file>',
      'take the signals from a JSON file and count nothing',
    )
    .addOption(format('text', 'json'))
    .action(async (paths, options) =>
      done(await advise(paths, options, terminal)),
    );

  addAnnotatingCommands(program, { terminal, done });
  addUpgradeCommand(program, { terminal, done });

  return program;
}

function commonOptions<T extends Command>(command: T): T {
  command
    .option(
      '--config <file>',
      'take definitions from the section "maturity" of an app-config.yaml',
    )
    .option('--ascii', 'use ASCII only', false);
  return command;
}

function catalogOptions<T extends Command>(command: T): T {
  commonOptions(command)
    .option(
      '--context <path>',
      'more catalog files, known but not scored (may be given again)',
      collect,
      [],
    )
    .option(
      '--partial',
      'what hangs on references outside of these files is unknown',
      false,
    )
    .option('--now <date>', 'the date to judge by, e.g. 2026-12-31', notEmpty);
  return command;
}

function format(...choices: [string, ...string[]]): Option {
  return new Option('--format <format>', 'form of the result')
    .choices(choices)
    .default(choices[0]);
}

function collect(
  value: string,
  previous: readonly string[],
): readonly string[] {
  return [...previous, value];
}

function notEmpty(value: string): string {
  if (value.trim() === '') {
    throw new InvalidArgumentError('A date was expected.');
  }
  return value;
}

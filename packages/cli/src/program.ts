import { Command, CommanderError } from 'commander';
import { isError } from '@backstage/errors';
import { version } from '../package.json';
import { addAnnotatingCommands } from './commands/annotating';
import { EXIT } from './commands/exitCodes';
import { requireOneValue } from './commands/options';
import { addReadingCommands } from './commands/reading';
import { addScoringCommands } from './commands/scoring';
import { addUpgradeCommand } from './commands/upgrading';
import { addExamples, HELP } from './help/help';
import { createStyles } from './terminal/styles';
import type { Terminal } from './terminal/Terminal';

const HELP_COLUMNS = 80;

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
      'Scores the maturity of what a Backstage catalog describes, from files alone: no portal, no network.',
    )
    .usage('<command> [options]')
    .version(version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp(HELP)
    .exitOverride()
    // Each command sees its own options only: --format of an inline SLO list means nothing to an SLO file.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: text => terminal.out(text),
      writeErr: text => terminal.message(text.replace(/\n$/, '')),
      getOutHelpWidth: () => terminal.columns ?? HELP_COLUMNS,
      getErrHelpWidth: () => terminal.columns ?? HELP_COLUMNS,
    });

  program.commandsGroup('See where things stand:');
  addScoringCommands(program, { terminal, done });
  addReadingCommands(program, { terminal, done });
  program.commandsGroup('Put things right:');
  addAnnotatingCommands(program, { terminal, done });
  addUpgradeCommand(program, { terminal, done });
  requireOneValue(program);

  return addExamples(program, [
    ['maturity score', 'score everything in this folder'],
    ['maturity explain owner-assigned', 'what one check asks'],
    ['maturity lint', 'what is written wrongly'],
  ]).addHelpText(
    'after',
    '\n"maturity <command> --help" shows the options of a command, with examples.\nExit codes: 0 fine, 1 below a required level or something found, 2 wrong use or unreadable input.',
  );
}

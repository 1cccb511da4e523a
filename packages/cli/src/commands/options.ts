import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';

/** Collects the values of an option that may be given again. */
export function collect(
  value: string,
  previous: readonly string[],
): readonly string[] {
  return [...previous, value];
}

/**
 * Refuses an empty value and a second value of every option that takes one, in all commands: to take the last
 * would drop the other without a word. Options that may be given again are those that collect.
 */
export function requireOneValue(command: Command): void {
  for (const option of command.options) {
    const { parseArg: parse, required: takesValue } = option;
    if (takesValue && parse !== collect) {
      const name = option.attributeName();
      option.argParser((value, previous: unknown) => {
        if (command.getOptionValueSource(name) === 'cli') {
          throw new InvalidArgumentError('It was given before.');
        }
        if (value.trim() === '') {
          throw new InvalidArgumentError('A value was expected.');
        }
        return parse ? parse(value, previous) : value;
      });
    }
  }
  command.commands.forEach(requireOneValue);
}

/** `--format`, the first choice being the default. */
export function format(...choices: [string, ...string[]]): Option {
  return new Option('--format <format>', 'form of the result')
    .choices(choices)
    .default(choices[0]);
}

/** `--config` and `--ascii`, which most commands take. */
export function commonOptions<T extends Command>(command: T): T {
  command
    .option(
      '--config <file>',
      'take definitions from the section "maturity" of an app-config.yaml',
    )
    .option('--ascii', 'use ASCII only', false);
  return command;
}

/** `--now`, the date that ages are counted to. */
export function nowOption(): Option {
  return new Option('--now <date>', 'judge by this date, e.g. 2026-12-31');
}

/** What a command takes that reads catalog files as a graph. */
export function catalogOptions<T extends Command>(command: T): T {
  command
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
    .addOption(nowOption());
  return command;
}

export const PATHS = [
  '[paths...]',
  'files, folders or globs; "-" is standard input (default ".")',
] as const;

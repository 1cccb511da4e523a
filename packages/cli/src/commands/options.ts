import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';

/** Collects the values of an option that may be given again. */
export function collect(
  value: string,
  previous: readonly string[],
): readonly string[] {
  return [...previous, value];
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
  return new Option(
    '--now <date>',
    'judge by this date, e.g. 2026-12-31',
  ).argParser(notEmpty);
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

function notEmpty(value: string): string {
  if (value.trim() === '') {
    throw new InvalidArgumentError('A date was expected.');
  }
  return value;
}

import { Option } from 'commander';
import type { Command } from 'commander';
import type { Terminal } from '../terminal/Terminal';
import { upgrade } from './upgrade';

/** Adds `upgrade`, which changes all files that a golden path made. */
export function addUpgradeCommand(
  program: Command,
  { terminal, done }: { terminal: Terminal; done: (code: number) => void },
): void {
  program
    .command('upgrade')
    .description(
      'bring a service to the version of its golden path that a folder of templates holds',
    )
    .argument('[dir]', 'folder of the service', '.')
    .requiredOption('--templates <dir>', 'the templates as they are now')
    .option(
      '--from <folder or ref>',
      'the templates that made the service: a folder, or a tag, a branch or a commit of their repository (default: looked for in its history)',
    )
    .option(
      '--set <parameter=value>',
      'answer a parameter anew (may be given again)',
      (value: string, previous: readonly string[]) => [...previous, value],
      [],
    )
    .option('--dry-run', 'show the diff and write nothing', false)
    .option('--force', 'also where git could not take the changes back', false)
    .addOption(
      new Option('--format <format>', 'form of the result')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 up to date or merged, 1 conflicts to decide, 2 wrong use or unreadable input.',
    )
    .action(async (dir, options) =>
      done(await upgrade(dir, options, terminal)),
    );
}

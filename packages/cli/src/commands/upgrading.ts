import type { Command } from 'commander';
import { addExamples } from '../help/help';
import type { Terminal } from '../terminal/Terminal';
import { collect, format } from './options';
import { upgrade } from './upgrade';

const UPGRADE_EXAMPLES = [
  [
    'maturity upgrade --templates ../golden-paths/templates --dry-run',
    'what would change in this folder',
  ],
  [
    'maturity upgrade ../checkout --templates templates --from v2.3.0 --set tier=1',
    'from the templates of a tag, with another answer',
  ],
] as const;

/** Adds `upgrade`, which changes all files that a golden path made. */
export function addUpgradeCommand(
  program: Command,
  { terminal, done }: { terminal: Terminal; done: (code: number) => void },
): void {
  const upgrade_ = program
    .command('upgrade')
    .summary('bring a service to the version that its golden path has now')
    .description(
      'Brings a service that a golden path made to the version of a folder of templates. What the service changed stays; where both changed the same lines, both stand there between marks.',
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
      collect,
      [],
    )
    .option('--dry-run', 'show the diff and write nothing', false)
    .option('--force', 'also where git could not take the changes back', false)
    .addOption(format('text', 'json'))
    .action(async (dir, options) =>
      done(await upgrade(dir, options, terminal)),
    );
  addExamples(upgrade_, UPGRADE_EXAMPLES).addHelpText(
    'after',
    '\nExit codes: 0 up to date or merged, 1 conflicts to decide, 2 wrong use or unreadable input.',
  );
}

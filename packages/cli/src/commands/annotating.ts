import { Option } from 'commander';
import type { Command } from 'commander';
import type { Terminal } from '../terminal/Terminal';
import { annotate } from './annotate';
import { fix } from './fix';
import { lint } from './lint';

function collect(
  value: string,
  previous: readonly string[],
): readonly string[] {
  return [...previous, value];
}

const NOW = ['--now <date>', 'the date to judge by, e.g. 2026-12-31'] as const;
const CONFIG = [
  '--config <file>',
  'take definitions from the section "maturity" of an app-config.yaml',
] as const;

/** Adds `annotate`, `fix` and `lint`, which look at and change catalog files. */
export function addAnnotatingCommands(
  program: Command,
  { terminal, done }: { terminal: Terminal; done: (code: number) => void },
): void {
  program
    .command('annotate')
    .description('change one entity of a catalog file, and nothing else in it')
    .argument('<file>', 'the catalog file')
    .requiredOption('--entity <ref>', 'the entity: [kind:][namespace/]name')
    .option(
      '--set <key=value>',
      'set an annotation, or a field such as spec.owner (may be given again)',
      collect,
      [],
    )
    .option(
      '--remove <key>',
      'remove an annotation or a field (may be given again)',
      collect,
      [],
    )
    .option('--add-tag <tag>', 'add a tag (may be given again)', collect, [])
    .option(
      '--remove-tag <tag>',
      'remove a tag (may be given again)',
      collect,
      [],
    )
    .option(
      '--set-link <[type=]url>',
      'set the link of a type, or add one (may be given again)',
      collect,
      [],
    )
    .option(
      '--remove-link <type or url>',
      'remove links (may be given again)',
      collect,
      [],
    )
    .option('--dry-run', 'show the diff and write nothing', false)
    .action((file, options) => done(annotate(file, options, terminal)));

  program
    .command('fix')
    .description('make the changes that need no decision of a person')
    .argument('[paths...]', 'files, folders or globs (default ".")')
    .option(
      '--check <id>',
      'only fixes of this check (may be given again)',
      collect,
      [],
    )
    .option('--dry-run', 'show the diff and write nothing', false)
    .option(
      '--repo <dir>',
      'also look at the files of a repository, for the entities defined at its root',
    )
    .option(
      '--context <path>',
      'more catalog files, known but not changed (may be given again)',
      collect,
      [],
    )
    .option(
      '--partial',
      'what hangs on references outside of these files is unknown',
      false,
    )
    .option(...CONFIG)
    .option(...NOW)
    .action(async (paths, options) =>
      done(await fix(paths, options, terminal)),
    );

  program
    .command('lint')
    .description('say what is wrong with the annotations in catalog files')
    .argument('[paths...]', 'files, folders or globs (default ".")')
    .addOption(
      new Option('--format <format>', 'form of the result')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option(...CONFIG)
    .option(...NOW)
    .option('--ascii', 'use ASCII only', false)
    .action(async (paths, options) =>
      done(await lint(paths, options, terminal)),
    );
}

import type { Command } from 'commander';
import { addExamples } from '../help/help';
import type { Terminal } from '../terminal/Terminal';
import { annotate } from './annotate';
import { fix } from './fix';
import { lint } from './lint';
import { collect, format, nowOption, PATHS } from './options';

const CONFIG = [
  '--config <file>',
  'take definitions from the section "maturity" of an app-config.yaml',
] as const;

const ANNOTATE_EXAMPLES = [
  [
    'maturity annotate catalog-info.yaml --entity checkout --set maturity/tier=1 --dry-run',
    'show what would change',
  ],
  [
    'maturity annotate catalog-info.yaml --entity checkout --set "maturity/slo=availability=99.95/30d" --set spec.owner=payments',
    'an annotation and a field at once',
  ],
  [
    'maturity annotate catalog-info.yaml --entity api:checkout --remove maturity/no-api --set-link runbook=https://wiki.acme.org/checkout',
    'of another kind: take one away, link a page',
  ],
] as const;

const FIX_EXAMPLES = [
  ['maturity fix --dry-run', 'what a machine can put right below this folder'],
  [
    'maturity fix services --check runbook-linked',
    'one check, and which values it still needs',
  ],
] as const;

const LINT_EXAMPLES = [
  ['maturity lint', 'everything below this folder'],
  ['git show HEAD:catalog-info.yaml | maturity lint -', 'as it was committed'],
  ['maturity lint --format sarif > lint.sarif', 'for the code host'],
] as const;

/** Adds `annotate`, `fix` and `lint`, which look at and change catalog files. */
export function addAnnotatingCommands(
  program: Command,
  { terminal, done }: { terminal: Terminal; done: (code: number) => void },
): void {
  const annotate_ = program
    .command('annotate')
    .summary('change one entity of a catalog file, and nothing else in it')
    .description(
      'Changes one entity of a catalog file and not a byte else, and prints the difference. A value that no check could read is refused.',
    )
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
  addExamples(annotate_, ANNOTATE_EXAMPLES);

  const fix_ = program
    .command('fix')
    .summary('make the changes that need no decision of a person')
    .description(
      'Makes the changes that need no decision of a person, prints the difference, and says which values only a person knows.',
    )
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
    .addOption(nowOption())
    .action(async (paths, options) =>
      done(await fix(paths, options, terminal)),
    );

  addExamples(fix_, FIX_EXAMPLES);

  const lint_ = program
    .command('lint')
    .summary('say what is wrong with the annotations in catalog files')
    .description(
      'Says what is wrong with our annotations in catalog files, with file, line and column, and what was expected. Exits with 1 when something is.',
    )
    .argument(...PATHS)
    .addOption(format('text', 'json', 'sarif'))
    .option(...CONFIG)
    .addOption(nowOption())
    .option('--ascii', 'use ASCII only', false)
    .action(async (paths, options) =>
      done(await lint(paths, options, terminal)),
    );
  addExamples(lint_, LINT_EXAMPLES);
}

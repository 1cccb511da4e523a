import type { Command } from 'commander';
import { addExamples } from '../help/help';
import type { Terminal } from '../terminal/Terminal';
import { advise } from './advise';
import {
  catalogOptions,
  collect,
  commonOptions,
  format,
  PATHS,
} from './options';
import { score } from './score';

const SCORE_EXAMPLES = [
  ['maturity score', 'everything in this folder'],
  [
    'maturity score catalog-info.yaml --repo .',
    'one service, with what its files show',
  ],
  [
    'maturity score catalog-info.yaml --repo . --context ../catalog --require devops=2,sre=1',
    'in a pipeline: the teams and systems around it are known, and exit with 1 below these levels',
  ],
  [
    'maturity score "services/*/catalog-info.yaml" --format sarif > maturity.sarif',
    'for the code host to show at the line',
  ],
  [
    'maturity score --entity payments --format markdown >> "$GITHUB_STEP_SUMMARY"',
    'one component of many, for people',
  ],
] as const;

const ADVISE_EXAMPLES = [
  ['maturity advise ../catalog', 'count the signals from catalog files'],
  [
    'maturity advise --signals signals.json --format json',
    'take them from a file',
  ],
] as const;

/** Adds `score` and `advise`, which read catalog files as a graph. */
export function addScoringCommands(
  program: Command,
  { terminal, done }: { terminal: Terminal; done: (code: number) => void },
): void {
  const score_ = program
    .command('score')
    .summary('score the components of catalog files')
    .description(
      'Scores the components of catalog files on each track: the level, what blocks the next one, and what to do about it.',
    )
    .argument(...PATHS)
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
      'exit with 1 below these levels, e.g. "devops=2,sre=1"; nobody is held to a level that does not apply (may be given again)',
      collect,
      [],
    );
  addExamples(commonOptions(catalogOptions(score_)), SCORE_EXAMPLES)
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 below a required level, 2 wrong use or unreadable input.',
    )
    .action(async (paths, options) =>
      done(await score(paths, options, terminal)),
    );

  const advise_ = program
    .command('advise')
    .summary('advise the organization what to work on next')
    .description(
      'Says whether the organization needs DevOps, SRE or Platform Engineering next, why, and three next actions.',
    )
    .argument(...PATHS)
    .option(
      '--signals <file>',
      'take the signals from a JSON file and count nothing; "-" is standard input',
    )
    .addOption(format('text', 'json'));
  addExamples(commonOptions(catalogOptions(advise_)), ADVISE_EXAMPLES).action(
    async (paths, options) => done(await advise(paths, options, terminal)),
  );
}

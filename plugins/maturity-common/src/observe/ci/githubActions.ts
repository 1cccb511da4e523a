import { at, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { variantsOf } from './githubMatrix';
import type { IncludedFiles } from './IncludedFiles';
import type { Action, Command } from './model';
import { readCommands } from './shell';

/** What the steps of a job, or of an action of the repository, run. */
export interface Steps {
  commands: readonly Command[];
  actions: readonly Action[];
}

interface StepsOptions {
  document: YamlDocument;
  /** Where the list of steps stands in the document. */
  path: readonly (string | number)[];
  files: IncludedFiles;
  /** The strategy of the job, whose matrix fills expressions. */
  strategy?: unknown;
}

/** GitHub allows a thousand steps in a job. */
const MAX_STEPS = 1_000;
/** An action of the repository can use another one. */
const MAX_NESTING = 4;

/** True for a condition that never holds. */
export function isSwitchedOff(condition: unknown): boolean {
  return (
    condition === false ||
    (typeof condition === 'string' &&
      /^\s*(?:\$\{\{\s*)?false(?:\s*\}\})?\s*$/.test(condition))
  );
}

/** The name of an action without its version. */
export function actionName(uses: string): string {
  return uses.split('@', 1)[0].toLowerCase();
}

/** Reads the steps of a job with those of the actions of the repository that it uses. */
export function readSteps(options: StepsOptions, nesting = 0): Steps {
  const { document, path } = options;
  const commands: Command[] = [];
  const actions: Action[] = [];
  const steps = listOf(at(document.data, ...path)).slice(0, MAX_STEPS);
  steps.forEach((step, index) => {
    if (isSwitchedOff(at(step, 'if'))) {
      return;
    }
    const uses = textOf(at(step, 'uses'));
    const run = at(step, 'run');
    if (uses !== undefined) {
      actions.push({
        name: actionName(uses),
        inputs: at(step, 'with'),
        line: document.lineOf([...path, index, 'uses']),
      });
      const own = ownSteps(uses, options, nesting);
      commands.push(...own.commands);
      actions.push(...own.actions);
    } else if (typeof run === 'string') {
      const line = document.textLineOf([...path, index, 'run']);
      for (const script of variantsOf(run, options.strategy)) {
        commands.push(...readCommands(script, line));
      }
    }
  });
  return { commands, actions };
}

/** The steps of a composite action that lies in the repository. */
function ownSteps(
  uses: string,
  { files }: StepsOptions,
  nesting: number,
): Steps {
  if (!uses.startsWith('./') || nesting === MAX_NESTING) {
    return { commands: [], actions: [] };
  }
  const folder = uses.split('/').slice(1).filter(Boolean).join('/');
  for (const name of ['action.yml', 'action.yaml']) {
    const source = folder === '' ? name : `${folder}/${name}`;
    const [document] = files.documents(source);
    if (document) {
      const found = readSteps(
        { document, path: ['runs', 'steps'], files },
        nesting + 1,
      );
      return {
        commands: found.commands.map(each => ({ source, ...each })),
        actions: found.actions.map(each => ({ source, ...each })),
      };
    }
  }
  return { commands: [], actions: [] };
}

import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { readCommands } from './shell';
import { MAX_JOBS } from './model';
import type { Action, Command, Job, PipelineParse } from './model';

const MAX_NESTING = 4;
/** Commands that run each other again and again grow without end. */
const MAX_STEPS = 20_000;

/** Reads a CircleCI configuration: the jobs that its workflows name, with their commands followed. */
export function readCircleConfig(
  path: string,
  document: YamlDocument,
): PipelineParse {
  const { data } = document;
  if (
    !isRecord(data) ||
    (!isRecord(at(data, 'jobs')) && !isRecord(at(data, 'workflows')))
  ) {
    return {
      ok: false,
      message:
        'A CircleCI configuration with `jobs` or `workflows` was expected.',
    };
  }
  const workflows = entriesOf(at(data, 'workflows')).filter(([, workflow]) =>
    isRecord(workflow),
  );
  const uses: Use[] = workflows.flatMap(([, workflow]) =>
    readWorkflow(workflow),
  );
  if (workflows.length === 0) {
    uses.push({
      job: 'build',
      scheduled: false,
      tagsOnly: false,
      manual: false,
    });
  }
  const budget = { steps: MAX_STEPS };
  const jobs = uses
    .slice(0, MAX_JOBS)
    .map(use => readJob({ use, document, budget }));
  return {
    ok: true,
    pipeline: {
      provider: 'circleci',
      source: path,
      line: document.lineOf(['workflows']) ?? document.lineOf(['jobs']),
      onChange: uses.some(
        use => !use.scheduled && !use.tagsOnly && !use.manual,
      ),
      automatic: uses.some(use => !use.manual),
      jobs,
      calls: [],
      callable: false,
    },
  };
}

interface Use {
  job: string;
  scheduled: boolean;
  tagsOnly: boolean;
  manual: boolean;
}

function readWorkflow(workflow: unknown): Use[] {
  if (at(workflow, 'when') === false || at(workflow, 'unless') === true) {
    return [];
  }
  const scheduled = listOf(at(workflow, 'triggers')).some(trigger =>
    isRecord(at(trigger, 'schedule')),
  );
  const entries = listOf(at(workflow, 'jobs')).flatMap(entry =>
    typeof entry === 'string'
      ? [[entry, undefined] as const]
      : entriesOf(entry),
  );
  const approvals = new Set(
    entries
      .filter(([, options]) => textOf(at(options, 'type')) === 'approval')
      .map(([name, options]) => textOf(at(options, 'name')) ?? name),
  );
  return entries
    .filter(([, options]) => textOf(at(options, 'type')) !== 'approval')
    .map(([job, options]) => ({
      job,
      scheduled,
      tagsOnly:
        at(options, 'filters', 'tags') !== undefined &&
        listOf(at(options, 'filters', 'branches', 'ignore')).includes('/.*/'),
      manual: listOf(at(options, 'requires')).some(
        name => typeof name === 'string' && approvals.has(name),
      ),
    }));
}

/** How many more steps are read. */
interface Budget {
  steps: number;
}

function readJob(options: {
  use: Use;
  document: YamlDocument;
  budget: Budget;
}): Job {
  const { use, document, budget } = options;
  const commands: Command[] = [];
  const actions: Action[] = [];
  const path = ['jobs', use.job];
  if (use.job.includes('/')) {
    actions.push({
      name: use.job.toLowerCase(),
      inputs: undefined,
      line: document.lineOf(['workflows']),
    });
  }
  readSteps({
    steps: at(document.data, 'jobs', use.job, 'steps'),
    path: [...path, 'steps'],
    document,
    commands,
    actions,
    budget,
    nesting: 0,
  });
  return {
    name: use.job,
    line: document.lineOf(path),
    manual: use.manual,
    commands,
    actions,
  };
}

function readSteps(options: {
  steps: unknown;
  path: readonly (string | number)[];
  document: YamlDocument;
  commands: Command[];
  actions: Action[];
  budget: Budget;
  nesting: number;
}): void {
  const { steps, path, document, commands, actions, budget, nesting } = options;
  if (nesting > MAX_NESTING) {
    return;
  }
  listOf(steps).forEach((step, index) => {
    budget.steps -= 1;
    if (budget.steps < 0) {
      return;
    }
    const names =
      typeof step === 'string' ? [[step, undefined] as const] : entriesOf(step);
    for (const [name, body] of names) {
      const here = [...path, index, name];
      const script =
        name === 'run'
          ? textOf(body) ?? textOf(at(body, 'command'))
          : undefined;
      if (script !== undefined) {
        const at_ = typeof body === 'string' ? here : [...here, 'command'];
        commands.push(...readCommands(script, document.textLineOf(at_)));
      } else if (name === 'when' || name === 'unless') {
        readSteps({
          ...options,
          steps: at(body, 'steps'),
          path: [...here, 'steps'],
          nesting: nesting + 1,
        });
      } else if (at(document.data, 'commands', name) !== undefined) {
        const inner = ['commands', name, 'steps'];
        readSteps({
          ...options,
          steps: at(document.data, ...inner),
          path: inner,
          nesting: nesting + 1,
        });
      } else {
        actions.push({
          name: name.toLowerCase(),
          inputs: body,
          line: document.lineOf([...path, index]),
        });
      }
    }
  });
}

import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { readCommands } from './shell';
import type { Action, Command, Job, PipelineParse } from './model';

type Path = readonly (string | number)[];

const SCRIPTS = ['script', 'bash', 'pwsh', 'powershell'] as const;

/** Reads an Azure Pipelines file: stages of jobs, jobs, or bare steps. */
export function readAzurePipeline(
  path: string,
  document: YamlDocument,
): PipelineParse {
  const { data } = document;
  const jobs = [
    ...listOf(at(data, 'stages')).flatMap((stage, index) =>
      listOf(at(stage, 'jobs')).map((job, each) =>
        readJob({ job, path: ['stages', index, 'jobs', each], document }),
      ),
    ),
    ...listOf(at(data, 'jobs')).map((job, index) =>
      readJob({ job, path: ['jobs', index], document }),
    ),
    ...(Array.isArray(at(data, 'steps'))
      ? [readJob({ job: data, path: [], document })]
      : []),
  ];
  const extended = isRecord(at(data, 'extends'));
  if (!isRecord(data) || (jobs.length === 0 && !extended)) {
    return {
      ok: false,
      message: 'A pipeline with `stages`, `jobs` or `steps` was expected.',
    };
  }
  const trigger = at(data, 'trigger');
  const pr = at(data, 'pr');
  const runsOnPush = trigger === undefined ? true : coversBranches(trigger);
  return {
    ok: true,
    pipeline: {
      provider: 'azure-pipelines',
      source: path,
      line: document.lineOf(['trigger']) ?? jobs[0]?.line,
      onChange: runsOnPush || (pr !== undefined && textOf(pr) !== 'none'),
      automatic:
        textOf(trigger) !== 'none' ||
        at(data, 'schedules') !== undefined ||
        at(data, 'resources', 'pipelines') !== undefined,
      jobs,
      calls: [],
      callable: false,
    },
  };
}

function coversBranches(trigger: unknown): boolean {
  if (textOf(trigger) === 'none') {
    return false;
  }
  return (
    !isRecord(trigger) ||
    at(trigger, 'branches') !== undefined ||
    at(trigger, 'tags') === undefined
  );
}

function readJob(options: {
  job: unknown;
  path: Path;
  document: YamlDocument;
}): Job {
  const { job, path, document } = options;
  const commands: Command[] = [];
  const actions: Action[] = [];
  const collect = (steps: unknown, at_: Path) =>
    listOf(steps).forEach((step, index) =>
      readStep({ step, path: [...at_, index], document, commands, actions }),
    );
  collect(at(job, 'steps'), [...path, 'steps']);
  for (const [strategy, phases] of entriesOf(at(job, 'strategy'))) {
    for (const [phase, body] of entriesOf(phases)) {
      collect(at(body, 'steps'), [
        ...path,
        'strategy',
        strategy,
        phase,
        'steps',
      ]);
    }
  }
  const isDeployment = textOf(at(job, 'deployment')) !== undefined;
  const environment =
    textOf(at(job, 'environment')) ?? textOf(at(job, 'environment', 'name'));
  return {
    name: textOf(at(job, 'job')) ?? textOf(at(job, 'deployment')) ?? 'job',
    line: path.length > 0 ? document.lineOf(path) : document.lineOf(['steps']),
    environment:
      environment ?? (isDeployment ? textOf(at(job, 'deployment')) : undefined),
    manual: false,
    commands,
    actions,
  };
}

function readStep(options: {
  step: unknown;
  path: Path;
  document: YamlDocument;
  commands: Command[];
  actions: Action[];
}): void {
  const { step, path, document, commands, actions } = options;
  if (
    at(step, 'enabled') === false ||
    textOf(at(step, 'condition')) === 'false'
  ) {
    return;
  }
  for (const key of SCRIPTS) {
    const script = at(step, key);
    if (typeof script === 'string') {
      commands.push(
        ...readCommands(script, document.textLineOf([...path, key])),
      );
    }
  }
  const task = textOf(at(step, 'task'))?.split('@', 1)[0].toLowerCase();
  if (task !== undefined) {
    const inputs = at(step, 'inputs');
    const line = document.lineOf([...path, 'task']);
    actions.push({ name: task, inputs, line });
    const words = taskWords(task, inputs);
    if (words !== undefined) {
      commands.push(
        ...readCommands(words, line).map(command => ({ ...command, line })),
      );
    }
  }
}

/** The command line that a task stands for. */
function taskWords(task: string, inputs: unknown): string | undefined {
  const input = (name: string) => textOf(at(inputs, name)) ?? '';
  switch (task) {
    case 'npm':
      return input('command') === 'custom'
        ? `npm ${input('customCommand')}`
        : `npm ${input('command')}`;
    case 'maven':
      return `mvn ${input('goals') || 'package'} ${input('options')}`;
    case 'gradle':
      return `gradle ${input('tasks') || 'build'} ${input('options')}`;
    case 'dotnetcorecli':
      return `dotnet ${input('command')}`;
    case 'go':
      return `go ${input('command')}`;
    case 'bash':
    case 'powershell':
    case 'cmdline':
      return input('script');
    case 'azurecli':
      return input('inlineScript');
    default:
      return undefined;
  }
}

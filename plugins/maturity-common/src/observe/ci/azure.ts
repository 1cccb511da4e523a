import { isRecord } from '../../entity/fields';
import { at, entriesOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { itemsOf, templatePath, type Item, type Path } from './azureItems';
import type { IncludedFiles } from './IncludedFiles';
import { readCommands } from './shell';
import type { Action, Command, Job, PipelineParse } from './model';

const SCRIPTS = ['script', 'bash', 'pwsh', 'powershell'] as const;

/** Reads an Azure Pipelines file: stages of jobs, jobs, or bare steps, with the templates of the repository. */
export function readAzurePipeline(
  path: string,
  document: YamlDocument,
  files: IncludedFiles,
): PipelineParse {
  const { data } = document;
  const root: Item = { value: data, path: [], document, source: path };
  const extended = extendedItem(root, files);
  const jobs = [root, ...(extended ? [extended] : [])].flatMap(each =>
    jobsOf(each, files),
  );
  if (
    !isRecord(data) ||
    (jobs.length === 0 && !isRecord(at(data, 'extends')))
  ) {
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
      line:
        document.lineOf(['trigger']) ??
        jobs.find(job => job.source === path)?.line,
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

/** The template that a pipeline extends, when it is in the repository. */
function extendedItem(root: Item, files: IncludedFiles): Item | undefined {
  const name = textOf(at(root.value, 'extends', 'template'));
  const path = name === undefined ? undefined : templatePath(name, root.source);
  const [document] = path === undefined ? [] : files.documents(path);
  return document && path !== undefined
    ? { value: document.data, path: [], document, source: path }
    : undefined;
}

function jobsOf(item: Item, files: IncludedFiles): Job[] {
  const below = (parent: Item, name: string) =>
    itemsOf({ ...parent, path: [...parent.path, name] }, files);
  const jobs = [
    ...below(item, 'stages').flatMap(stage => below(stage, 'jobs')),
    ...below(item, 'jobs'),
  ];
  return [
    ...jobs.map(job => readJob(job, files)),
    ...(Array.isArray(at(item.value, 'steps')) ? [readJob(item, files)] : []),
  ];
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

function readJob(item: Item, files: IncludedFiles): Job {
  const { value: job, path, document, source } = item;
  const commands: Command[] = [];
  const actions: Action[] = [];
  const collect = (steps: Path) =>
    itemsOf({ document, path: [...path, ...steps], source }, files).forEach(
      step => readStep(step, { commands, actions }),
    );
  collect(['steps']);
  for (const [strategy, phases] of entriesOf(at(job, 'strategy'))) {
    for (const [phase] of entriesOf(phases)) {
      collect(['strategy', strategy, phase, 'steps']);
    }
  }
  const isDeployment = textOf(at(job, 'deployment')) !== undefined;
  const environment =
    textOf(at(job, 'environment')) ?? textOf(at(job, 'environment', 'name'));
  return {
    name: textOf(at(job, 'job')) ?? textOf(at(job, 'deployment')) ?? 'job',
    source,
    line: path.length > 0 ? document.lineOf(path) : document.lineOf(['steps']),
    environment:
      environment ?? (isDeployment ? textOf(at(job, 'deployment')) : undefined),
    manual: false,
    commands,
    actions,
  };
}

function readStep(
  item: Item,
  found: { commands: Command[]; actions: Action[] },
): void {
  const { value: step, path, document, source } = item;
  if (
    at(step, 'enabled') === false ||
    textOf(at(step, 'condition')) === 'false'
  ) {
    return;
  }
  const add = (commands: readonly Command[]) =>
    found.commands.push(...commands.map(command => ({ ...command, source })));
  for (const key of SCRIPTS) {
    const script = at(step, key);
    if (typeof script === 'string') {
      add(readCommands(script, document.textLineOf([...path, key])));
    }
  }
  const task = textOf(at(step, 'task'))?.split('@', 1)[0].toLowerCase();
  if (task !== undefined) {
    const inputs = at(step, 'inputs');
    const line = document.lineOf([...path, 'task']);
    found.actions.push({ name: task, inputs, line, source });
    const words = taskWords(task, inputs);
    if (words !== undefined) {
      add(readCommands(words).map(command => ({ ...command, line })));
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

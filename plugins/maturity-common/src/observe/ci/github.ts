import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { readCommands } from './shell';
import { MAX_JOBS } from './model';
import type { Action, Command, Job, PipelineParse } from './model';

const EVENTS_ON_CHANGE = new Set([
  'pull_request',
  'pull_request_target',
  'merge_group',
]);
const AUTOMATIC_EVENTS = new Set([
  'push',
  'release',
  'schedule',
  'workflow_run',
  'repository_dispatch',
  'registry_package',
  'create',
  'deployment',
]);

/** Reads a GitHub Actions workflow. */
export function readGithubWorkflow(
  path: string,
  document: YamlDocument,
): PipelineParse {
  const { data } = document;
  // YAML 1.1 readers turn the key `on` into `true`; a file may say so with a directive.
  const key = at(data, 'on') === undefined ? 'true' : 'on';
  const on = at(data, key);
  if (
    !isRecord(data) ||
    on === undefined ||
    entriesOf(at(data, 'jobs')).length === 0
  ) {
    return {
      ok: false,
      message: 'A workflow with `on` and `jobs` was expected.',
    };
  }
  const events = readEvents(on);
  const jobs = entriesOf(at(data, 'jobs'))
    .slice(0, MAX_JOBS)
    .filter(([, job]) => isRecord(job) && !isSwitchedOff(at(job, 'if')))
    .map(([name, job]) => readJob({ name, job, document }));
  return {
    ok: true,
    pipeline: {
      provider: 'github-actions',
      source: path,
      line: document.lineOf([key]),
      onChange: jobs.length > 0 && events.some(event => event.onChange),
      automatic: events.some(event => AUTOMATIC_EVENTS.has(event.name)),
      jobs,
      calls: jobs.flatMap(job =>
        job.actions.flatMap(action => localWorkflow(action.name)),
      ),
      callable: events.some(event => event.name === 'workflow_call'),
    },
  };
}

interface Event {
  name: string;
  onChange: boolean;
}

function readEvents(on: unknown): Event[] {
  if (isRecord(on)) {
    return entriesOf(on).map(([name, filter]) => ({
      name,
      onChange:
        EVENTS_ON_CHANGE.has(name) ||
        (name === 'push' && coversBranches(filter)),
    }));
  }
  return listOf(on).flatMap(event => {
    const name = textOf(event);
    return name === undefined
      ? []
      : [{ name, onChange: EVENTS_ON_CHANGE.has(name) || name === 'push' }];
  });
}

/** A push filter that only names tags leaves ordinary changes unbuilt. */
function coversBranches(filter: unknown): boolean {
  const tagsOnly =
    at(filter, 'tags') !== undefined || at(filter, 'tags-ignore') !== undefined;
  const branches =
    at(filter, 'branches') !== undefined ||
    at(filter, 'branches-ignore') !== undefined;
  return branches || !tagsOnly;
}

function isSwitchedOff(condition: unknown): boolean {
  return (
    condition === false ||
    (typeof condition === 'string' &&
      /^\s*(?:\$\{\{\s*)?false(?:\s*\}\})?\s*$/.test(condition))
  );
}

/** A job of a workflow with several events that only runs when a person starts it. */
function isForDispatchOnly(condition: unknown): boolean {
  const text = textOf(condition) ?? '';
  return (
    /github\.event_name\s*==\s*'workflow_dispatch'/.test(text) &&
    !text.includes('||')
  );
}

function readJob(options: {
  name: string;
  job: unknown;
  document: YamlDocument;
}): Job {
  const { name, job, document } = options;
  const commands: Command[] = [];
  const actions: Action[] = [];
  const reused = textOf(at(job, 'uses'));
  if (reused !== undefined) {
    const line = document.lineOf(['jobs', name, 'uses']);
    actions.push({
      name: withoutVersion(reused),
      inputs: at(job, 'with'),
      line,
    });
  }
  listOf(at(job, 'steps')).forEach((step, index) => {
    if (isSwitchedOff(at(step, 'if'))) {
      return;
    }
    const path = ['jobs', name, 'steps', index];
    const uses = textOf(at(step, 'uses'));
    const run = at(step, 'run');
    if (uses !== undefined) {
      actions.push({
        name: withoutVersion(uses),
        inputs: at(step, 'with'),
        line: document.lineOf([...path, 'uses']),
      });
    } else if (typeof run === 'string') {
      commands.push(
        ...readCommands(run, document.textLineOf([...path, 'run'])),
      );
    }
  });
  const environment =
    textOf(at(job, 'environment')) ?? textOf(at(job, 'environment', 'name'));
  return {
    name,
    line: document.lineOf(['jobs', name]),
    environment,
    manual: isForDispatchOnly(at(job, 'if')),
    commands,
    actions,
  };
}

function withoutVersion(uses: string): string {
  return uses.split('@', 1)[0].toLowerCase();
}

function localWorkflow(name: string): string[] {
  return /^\.\/\.github\/workflows\/[^/]+\.ya?ml$/.test(name)
    ? [name.slice(2)]
    : [];
}

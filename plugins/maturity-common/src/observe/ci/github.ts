import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { actionName, isSwitchedOff, readSteps } from './githubActions';
import type { IncludedFiles } from './IncludedFiles';
import { MAX_JOBS } from './model';
import type { Job, PipelineParse } from './model';

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

/** Reads a workflow of GitHub Actions, which Gitea and Forgejo read too. */
export function readGithubWorkflow(
  path: string,
  document: YamlDocument,
  files: IncludedFiles,
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
    .map(([name, job]) => readJob({ name, job, document, files }));
  return {
    ok: true,
    pipeline: {
      provider: providerOf(path),
      source: path,
      line: document.lineOf([key]),
      onChange: jobs.length > 0 && events.some(event => event.onChange),
      automatic: events.some(event => AUTOMATIC_EVENTS.has(event.name)),
      jobs,
      calls: entriesOf(at(data, 'jobs')).flatMap(([, job]) =>
        localWorkflow(textOf(at(job, 'uses')) ?? ''),
      ),
      callable: events.some(event => event.name === 'workflow_call'),
    },
  };
}

function providerOf(path: string): string {
  const host = /^\.(gitea|forgejo)\//.exec(path)?.[1] ?? 'github';
  return `${host}-actions`;
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

/** True for a job of a workflow with several events that runs for one of them only. */
function runsOnlyOn(event: string, condition: unknown): boolean {
  const text = textOf(condition) ?? '';
  return (
    new RegExp(`github\\.event_name *== *'${event}'`).test(text) &&
    !text.includes('||')
  );
}

function readJob(options: {
  name: string;
  job: unknown;
  document: YamlDocument;
  files: IncludedFiles;
}): Job {
  const { name, job, document, files } = options;
  const reused = textOf(at(job, 'uses'));
  const { commands, actions } = readSteps({
    document,
    path: ['jobs', name, 'steps'],
    files,
    strategy: at(job, 'strategy'),
  });
  const environment =
    textOf(at(job, 'environment')) ?? textOf(at(job, 'environment', 'name'));
  return {
    name,
    line: document.lineOf(['jobs', name]),
    environment,
    manual: runsOnlyOn('workflow_dispatch', at(job, 'if')),
    onChangeOnly: runsOnlyOn('pull_request', at(job, 'if')),
    commands,
    actions:
      reused === undefined
        ? actions
        : [
            {
              name: actionName(reused),
              inputs: at(job, 'with'),
              line: document.lineOf(['jobs', name, 'uses']),
            },
          ],
  };
}

function localWorkflow(name: string): string[] {
  return /^\.\/\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(name)
    ? [name.slice(2)]
    : [];
}

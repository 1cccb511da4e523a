import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import {
  dataOf,
  jobMerger,
  jobsDocument,
  partsOf,
  type Part,
} from './gitlabParts';
import { flatItems, referenced } from './gitlabReferences';
import { ALWAYS, runsWhen, type When } from './gitlabWhen';
import type { IncludedFiles } from './IncludedFiles';
import { MAX_JOBS } from './model';
import type { Action, Command, Job, PipelineParse } from './model';
import { readCommands } from './shell';

const KEYWORDS = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'types',
  'spec',
]);

/**
 * Reads a GitLab pipeline with the files of the repository that it includes. Hidden jobs (`.name`) run
 * nothing themselves; `extends` and `!reference` are followed.
 */
export function readGitlabPipeline(
  path: string,
  documents: readonly YamlDocument[],
  files: IncludedFiles,
): PipelineParse {
  const document = jobsDocument(documents);
  if (!document) {
    return {
      ok: false,
      message: 'A GitLab pipeline (a map of jobs) was expected.',
    };
  }
  const parts = partsOf({ path, document }, files);
  const data = dataOf(parts);
  const merged = jobMerger(data);
  const jobs = entriesOf(data)
    .slice(0, MAX_JOBS)
    .filter(
      ([name, job]) =>
        !KEYWORDS.has(name) && !name.startsWith('.') && isRecord(job),
    )
    .flatMap(([name]) => readJob({ name, job: merged(name), data, parts }));
  const includes = parts.flatMap(part =>
    listOf(at(part.document.data, 'include')),
  );
  const included = includes.length > 0;
  const templates = includes.flatMap(include => includeAction(include));
  const workflow = runsWhen(at(data, 'workflow'), data);
  if (jobs.length === 0 && !included) {
    return {
      ok: false,
      message:
        'A GitLab pipeline with at least one job that has a `script` was expected.',
    };
  }
  const runs = jobs.map(job => job.when).concat(included ? [ALWAYS] : []);
  const all = jobs.map(({ when, ...job }) => ({
    ...job,
    manual: !when.automatic && !when.onChange,
    onChangeOnly: !when.automatic,
  }));
  if (templates.length > 0) {
    all.push({
      name: 'include',
      source: path,
      line: document.lineOf(['include']),
      manual: false,
      onChangeOnly: false,
      commands: [],
      actions: templates,
    });
  }
  return {
    ok: true,
    pipeline: {
      provider: 'gitlab-ci',
      source: path,
      line: all.find(job => job.source === path)?.line,
      onChange: workflow.onChange && runs.some(when => when.onChange),
      automatic: workflow.automatic && runs.some(when => when.automatic),
      jobs: all,
      calls: [],
      callable: false,
    },
  };
}

interface JobOptions {
  name: string;
  /** With what it inherits. */
  job: unknown;
  /** Of all parts. */
  data: unknown;
  parts: readonly Part[];
}

function readJob(options: JobOptions): (Job & { when: When })[] {
  const { name, job, data, parts } = options;
  const isJob = ['script', 'run', 'trigger', 'extends'].some(
    key => at(job, key) !== undefined,
  );
  const part = parts.findLast(
    ({ document }) => at(document.data, name) !== undefined,
  );
  if (!isJob || !part) {
    return [];
  }
  const environment =
    textOf(at(job, 'environment')) ?? textOf(at(job, 'environment', 'name'));
  return [
    {
      name,
      source: part.path,
      line: part.document.lineOf([name]),
      environment,
      manual: false,
      commands: commandsOf(options, part),
      actions: [],
      when: runsWhen(job, data),
    },
  ];
}

function commandsOf({ name, job, data }: JobOptions, part: Part): Command[] {
  const { document } = part;
  const commands: Command[] = [];
  for (const key of ['before_script', 'script', 'after_script']) {
    const own = at(document.data, name, key);
    const value = at(job, key) ?? at(data, 'default', key) ?? at(data, key);
    const isList =
      Array.isArray(own) &&
      own === value &&
      referenced(own, data) === undefined;
    const items: readonly unknown[] = isList ? own : [value];
    items.forEach((item, index) => {
      const here = isList ? [name, key, index] : [name, key];
      const line = own === undefined ? undefined : document.textLineOf(here);
      for (const script of flatItems(item, data)) {
        if (typeof script === 'string') {
          commands.push(
            ...readCommands(script, line ?? document.lineOf([name])),
          );
        }
      }
    });
  }
  return commands;
}

function includeAction(include: unknown): Action[] {
  const template =
    textOf(at(include, 'template')) ?? textOf(at(include, 'component'));
  return template === undefined
    ? []
    : [
        {
          name: `gitlab-template:${template.toLowerCase()}`,
          inputs: undefined,
        },
      ];
}

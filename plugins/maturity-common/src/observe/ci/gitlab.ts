import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { readCommands } from './shell';
import { MAX_JOBS } from './model';
import type { Action, Command, Job, PipelineParse } from './model';

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
/** Parents of one job; GitLab allows eleven. */
const MAX_PARENTS = 11;

interface When {
  onChange: boolean;
  automatic: boolean;
}
const ALWAYS: When = { onChange: true, automatic: true };
const NEVER: When = { onChange: false, automatic: false };

/** Reads a GitLab pipeline. Hidden jobs (`.name`) run nothing themselves; `extends` of the same file is followed. */
export function readGitlabPipeline(
  path: string,
  documents: readonly YamlDocument[],
): PipelineParse {
  // A file may begin with a `spec` document of inputs.
  const document = documents.find(
    each => isRecord(each.data) && at(each.data, 'spec') === undefined,
  );
  if (!document) {
    return {
      ok: false,
      message: 'A GitLab pipeline (a map of jobs) was expected.',
    };
  }
  const { data } = document;
  const merged = jobMerger(data);
  const jobs = entriesOf(data)
    .slice(0, MAX_JOBS)
    .filter(
      ([name, job]) =>
        !KEYWORDS.has(name) && !name.startsWith('.') && isRecord(job),
    )
    .map(([name]) => readJob({ name, job: merged(name), document }))
    .flatMap(job => (job ? [job] : []));
  const templates = listOf(at(data, 'include')).flatMap(include =>
    includeAction(include),
  );
  const included = at(data, 'include') !== undefined;
  const workflow = runsWhen(at(data, 'workflow'));
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
      line: all[0]?.line,
      onChange: workflow.onChange && runs.some(when => when.onChange),
      automatic: workflow.automatic && runs.some(when => when.automatic),
      jobs: all,
      calls: [],
      callable: false,
    },
  };
}

function readJob(options: {
  name: string;
  job: unknown;
  document: YamlDocument;
}): (Job & { when: When }) | undefined {
  const { name, job, document } = options;
  const { data } = document;
  const isJob = ['script', 'run', 'trigger', 'extends'].some(
    key => at(job, key) !== undefined,
  );
  if (!isJob) {
    return undefined;
  }
  const commands: Command[] = [];
  for (const key of ['before_script', 'script', 'after_script']) {
    const own = at(data, name, key) !== undefined;
    const value = at(job, key) ?? at(data, 'default', key) ?? at(data, key);
    flatTexts(value).forEach((script, index) => {
      const path = Array.isArray(at(data, name, key))
        ? [name, key, index]
        : [name, key];
      const line = own ? document.textLineOf(path) : undefined;
      commands.push(...readCommands(script, line ?? document.lineOf([name])));
    });
  }
  const environment =
    textOf(at(job, 'environment')) ?? textOf(at(job, 'environment', 'name'));
  return {
    name,
    line: document.lineOf([name]),
    environment,
    manual: false,
    commands,
    actions: [],
    when: runsWhen(job),
  };
}

/** Jobs with what they inherit through `extends`; each is merged once, and a circle ends where it began. */
function jobMerger(data: unknown): (name: string) => unknown {
  const known = new Map<string, unknown>();
  const merge = (name: string): unknown => {
    if (known.has(name)) {
      return known.get(name);
    }
    const own = at(data, name);
    known.set(name, own);
    const parents = listOf(at(own, 'extends')).slice(0, MAX_PARENTS);
    const fields = parents.flatMap(parent =>
      typeof parent === 'string' ? entriesOf(merge(parent)) : [],
    );
    const job = isRecord(own)
      ? Object.fromEntries([...fields, ...entriesOf(own)])
      : own;
    known.set(name, job);
    return job;
  };
  return merge;
}

function flatTexts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return depth < 4 && Array.isArray(value)
    ? value.flatMap(item => flatTexts(item, depth + 1))
    : [];
}

/** When a job or a whole pipeline runs, from `rules`, `only` and `when`. */
function runsWhen(job: unknown): When {
  const rules = at(job, 'rules');
  if (Array.isArray(rules)) {
    return rules.reduce<When>((sum, rule) => {
      const when = ruleRuns(rule);
      return {
        onChange: sum.onChange || when.onChange,
        automatic: sum.automatic || when.automatic,
      };
    }, NEVER);
  }
  if (/^(?:manual|never)$/.test(textOf(at(job, 'when')) ?? '')) {
    return NEVER;
  }
  const only = listOf(at(job, 'only', 'refs') ?? at(job, 'only')).flatMap(
    ref => textOf(ref) ?? [],
  );
  if (only.length === 0) {
    return ALWAYS;
  }
  const events = only.filter(
    ref => !/^(?:web|api|chat|triggers|external)$/.test(ref),
  );
  return {
    onChange: events.some(ref => !/^(?:tags|schedules)$/.test(ref)),
    automatic: events.some(
      ref => ref !== 'merge_requests' && ref !== 'external_pull_requests',
    ),
  };
}

function ruleRuns(rule: unknown): When {
  if (/^(?:manual|never)$/.test(textOf(at(rule, 'when')) ?? '')) {
    return NEVER;
  }
  const condition = textOf(at(rule, 'if')) ?? '';
  const source = /\$CI_PIPELINE_SOURCE\s*==\s*["'](\w+)["']/.exec(
    condition,
  )?.[1];
  switch (source) {
    case 'schedule':
      return { onChange: false, automatic: true };
    case 'web':
    case 'api':
    case 'trigger':
    case 'chat':
      return NEVER;
    case 'merge_request_event':
      return { onChange: true, automatic: false };
    default:
      return {
        onChange: !/^\$CI_COMMIT_TAG\b/.test(condition),
        automatic: true,
      };
  }
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

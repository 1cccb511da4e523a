import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { readCommands } from './shell';
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
const MAX_EXTENDS = 5;

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
  const jobs = entriesOf(data)
    .filter(
      ([name, job]) =>
        !KEYWORDS.has(name) && !name.startsWith('.') && isRecord(job),
    )
    .map(([name]) => readJob({ name, document }))
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
    manual: !when.automatic,
  }));
  if (templates.length > 0) {
    all.push({
      name: 'include',
      line: document.lineOf(['include']),
      manual: false,
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
  document: YamlDocument;
}): (Job & { when: When }) | undefined {
  const { name, document } = options;
  const { data } = document;
  const job = withParents({ data, name, depth: 0 });
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

function withParents(options: {
  data: unknown;
  name: string;
  depth: number;
}): Record<string, unknown> {
  const { data, name, depth } = options;
  const own = at(data, name);
  const merged = new Map<string, unknown>();
  if (depth < MAX_EXTENDS) {
    for (const parent of listOf(at(own, 'extends'))) {
      if (typeof parent === 'string' && parent !== name) {
        entriesOf(
          withParents({ data, name: parent, depth: depth + 1 }),
        ).forEach(([key, value]) => merged.set(key, value));
      }
    }
  }
  entriesOf(own).forEach(([key, value]) => merged.set(key, value));
  return Object.fromEntries(merged);
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

import { at, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import type { Command, Job, PipelineParse } from './model';
import { readCommands } from './shell';

type Path = readonly (string | number)[];

const PREFIX = 'pipelinesascode.tekton.dev';

interface Events {
  onChange: boolean;
  automatic: boolean;
}

/** When a run of Pipelines as Code starts: by a list of events or by an expression over the event. */
function eventsOf(data: unknown): Events {
  const read = (name: string) =>
    textOf(at(data, 'metadata', 'annotations', `${PREFIX}/${name}`)) ?? '';
  const text = `${read('on-event')} ${read('on-cel-expression')}`;
  const onPush = /\bpush\b/.test(text);
  return {
    onChange: onPush || /\bpull_request\b/.test(text),
    automatic: onPush,
  };
}

/** Reads the runs, pipelines and tasks of Tekton that Pipelines as Code starts on a change. */
export function readTektonFile(
  path: string,
  documents: readonly YamlDocument[],
): PipelineParse {
  const own = documents.filter(({ data }) =>
    (textOf(at(data, 'apiVersion')) ?? '').startsWith('tekton.dev/'),
  );
  if (own.length === 0) {
    return { ok: false, message: 'Manifests of Tekton were expected.' };
  }
  const runs = own.filter(
    ({ data }) => textOf(at(data, 'kind')) === 'PipelineRun',
  );
  const events = runs.map(({ data }) => eventsOf(data));
  return {
    ok: true,
    pipeline: {
      provider: 'tekton',
      source: path,
      line: runs[0]?.lineOf(['kind']),
      onChange: events.some(({ onChange }) => onChange),
      automatic: events.some(({ automatic }) => automatic),
      jobs: own.flatMap(document => jobsOf(document)),
      calls: [],
      callable: false,
    },
  };
}

function jobsOf(document: YamlDocument): Job[] {
  const { data } = document;
  const lists: Path[] = [
    ['spec', 'pipelineSpec', 'tasks'],
    ['spec', 'pipelineSpec', 'finally'],
    ['spec', 'tasks'],
    ['spec', 'finally'],
  ];
  const tasks = lists.flatMap(list =>
    listOf(at(data, ...list)).map((_, index): Path => [...list, index]),
  );
  const jobs = tasks.map(path =>
    readTask([...path, 'taskSpec'], {
      name: textOf(at(data, ...path, 'name')),
      document,
    }),
  );
  return textOf(at(data, 'kind')) === 'Task'
    ? [...jobs, readTask(['spec'], { name: undefined, document })]
    : jobs;
}

function readTask(
  path: Path,
  { name, document }: { name: string | undefined; document: YamlDocument },
): Job {
  const commands: Command[] = [];
  listOf(at(document.data, ...path, 'steps')).forEach((step, index) => {
    const here = [...path, 'steps', index];
    const script = at(step, 'script');
    if (typeof script === 'string') {
      const line = document.textLineOf([...here, 'script']);
      commands.push(...readCommands(script, line));
    }
    const words = [
      ...listOf(at(step, 'command')),
      ...listOf(at(step, 'args')),
    ].flatMap(word => textOf(word) ?? []);
    if (words.length > 0) {
      commands.push({ words, line: document.lineOf(here) });
    }
  });
  return {
    name: name ?? 'task',
    line: document.lineOf(path),
    manual: false,
    commands,
    actions: [],
  };
}

import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import type { Action, Command, Job, PipelineParse } from './model';
import { readCommands } from './shell';

type Path = readonly (string | number)[];

/** Pipelines of Bitbucket by what starts them; `custom` ones are started by a person or a schedule. */
const KINDS: ReadonlyMap<string, 'change' | 'proposal' | 'release'> = new Map([
  ['default', 'change'],
  ['branches', 'change'],
  ['pull-requests', 'proposal'],
  ['tags', 'release'],
]);
const MAX_NESTING = 3;

interface Found {
  jobs: Job[];
  document: YamlDocument;
  /** True behind a step that waits for a person. */
  waits: boolean;
  proposal: boolean;
}

/** Reads a file of Bitbucket Pipelines. */
export function readBitbucketPipeline(
  path: string,
  document: YamlDocument,
): PipelineParse {
  const pipelines = at(document.data, 'pipelines');
  const kinds = entriesOf(pipelines).flatMap(([name]) => {
    const kind = KINDS.get(name);
    return kind === undefined ? [] : [{ name, kind }];
  });
  const jobs: Job[] = [];
  for (const { name, kind } of kinds) {
    const lists: Path[] =
      name === 'default'
        ? [['pipelines', name]]
        : entriesOf(at(pipelines, name)).map(([each]) => [
            'pipelines',
            name,
            each,
          ]);
    for (const list of lists) {
      const proposal = kind === 'proposal';
      readList(list, { jobs, document, waits: false, proposal });
    }
  }
  if (!isRecord(pipelines) || entriesOf(pipelines).length === 0) {
    return {
      ok: false,
      message: 'A Bitbucket pipeline with `pipelines` was expected.',
    };
  }
  return {
    ok: true,
    pipeline: {
      provider: 'bitbucket-pipelines',
      source: path,
      line: document.lineOf(['pipelines']),
      onChange: kinds.some(({ kind }) => kind !== 'release'),
      automatic: kinds.some(({ kind }) => kind !== 'proposal'),
      jobs,
      calls: [],
      callable: false,
    },
  };
}

function readList(path: Path, found: Found, nesting = 0): void {
  if (nesting > MAX_NESTING) {
    return;
  }
  listOf(at(found.document.data, ...path)).forEach((entry, index) => {
    const here = [...path, index];
    if (isRecord(at(entry, 'step'))) {
      readStep([...here, 'step'], found);
    }
    for (const group of ['parallel', 'stage']) {
      const inner = at(entry, group);
      const list = Array.isArray(inner) ? [group] : [group, 'steps'];
      readList([...here, ...list], found, nesting + 1);
    }
  });
}

function readStep(path: Path, found: Found): void {
  const { document } = found;
  const step = at(document.data, ...path);
  found.waits ||= textOf(at(step, 'trigger')) === 'manual';
  const commands: Command[] = [];
  const actions: Action[] = [];
  for (const key of ['script', 'after-script']) {
    listOf(at(step, key)).forEach((item, index) => {
      const here = [...path, key, index];
      const pipe = textOf(at(item, 'pipe'));
      if (typeof item === 'string') {
        commands.push(...readCommands(item, document.textLineOf(here)));
      } else if (pipe !== undefined) {
        actions.push({
          name: pipe.replace(/:[^:/]*$/, '').toLowerCase(),
          inputs: at(item, 'variables'),
          line: document.lineOf(here),
        });
      }
    });
  }
  found.jobs.push({
    name: textOf(at(step, 'name')) ?? 'step',
    line: document.lineOf(path),
    environment: textOf(at(step, 'deployment')),
    manual: found.waits,
    onChangeOnly: found.proposal,
    commands,
    actions,
  });
}

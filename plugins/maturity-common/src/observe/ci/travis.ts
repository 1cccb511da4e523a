import { isRecord } from '../../entity/fields';
import { at, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { commandsAt } from './buildkite';
import type { Command, Job, PipelineParse } from './model';

const PHASES = [
  'before_install',
  'install',
  'before_script',
  'script',
  'after_success',
  'before_deploy',
] as const;

/** What Travis runs where a file names no script. */
const DEFAULT_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['node_js', 'npm test'],
  ['ruby', 'rake'],
  ['go', 'go test'],
  ['java', 'mvn test'],
  ['rust', 'cargo test'],
]);

type Path = readonly (string | number)[];

/** Reads a Travis CI file: its phases, and the jobs of its `jobs` or `matrix`. */
export function readTravisFile(
  path: string,
  document: YamlDocument,
): PipelineParse {
  const { data } = document;
  if (!isRecord(data) || Object.keys(data).length === 0) {
    return { ok: false, message: 'A Travis CI file (a map) was expected.' };
  }
  const included: Path[] = ['jobs', 'matrix'].flatMap(name =>
    listOf(at(data, name, 'include')).map((_, index) => [
      name,
      'include',
      index,
    ]),
  );
  const root: Path[] = [[]];
  return {
    ok: true,
    pipeline: {
      provider: 'travis-ci',
      source: path,
      line: document.lineOf(['script']) ?? document.lineOf(['language']),
      onChange: true,
      automatic: true,
      jobs: root.concat(included).map(each => readJob(each, document)),
      calls: [],
      callable: false,
    },
  };
}

function readJob(path: Path, document: YamlDocument): Job {
  const job = at(document.data, ...path);
  const commands: Command[] = PHASES.flatMap(phase =>
    commandsAt([...path, phase], document),
  );
  const usual = DEFAULT_SCRIPTS.get(textOf(at(job, 'language')) ?? '');
  if (usual !== undefined && at(job, 'script') === undefined) {
    const line = document.lineOf([...path, 'language']);
    commands.push({ words: usual.split(' '), line });
  }
  const [deploy] = listOf(at(job, 'deploy'));
  return {
    name: textOf(at(job, 'name')) ?? 'job',
    line: path.length > 0 ? document.lineOf(path) : undefined,
    environment: textOf(at(deploy, 'provider')),
    manual: false,
    commands,
    actions: [],
  };
}

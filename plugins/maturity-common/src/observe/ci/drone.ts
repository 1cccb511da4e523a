import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { commandsAt } from './buildkite';
import type { Job, PipelineParse } from './model';

const ON_CHANGE = /^(?:push|pull_request)$/;
const BY_HAND = /^(?:custom|promote|rollback|manual|deployment)$/;

/** Events that a `trigger` or `when` names; none where it names no event, so that every event counts. */
function eventsOf(filter: unknown): readonly string[] {
  return listOf(filter)
    .flatMap(each => listOf(at(each, 'event', 'include') ?? at(each, 'event')))
    .flatMap(event => textOf(event) ?? []);
}

function allows(events: readonly string[], wanted: RegExp): boolean {
  return events.length === 0 || events.some(event => wanted.test(event));
}

/** Reads the pipelines of Drone, or the workflow of Woodpecker, which comes from it. */
export function readDronePipeline(
  path: string,
  documents: readonly YamlDocument[],
): PipelineParse {
  const isDrone = path.startsWith('.drone');
  const pipelines = documents.filter(
    ({ data }) =>
      isRecord(data) && (!isDrone || textOf(at(data, 'kind')) === 'pipeline'),
  );
  const jobs = pipelines.flatMap(document => jobsOf(document));
  if (jobs.length === 0) {
    return {
      ok: false,
      message:
        'A pipeline with at least one step that has `commands` or an `image` was expected.',
    };
  }
  const filters = pipelines.map(({ data }) =>
    eventsOf(at(data, isDrone ? 'trigger' : 'when')),
  );
  return {
    ok: true,
    pipeline: {
      provider: isDrone ? 'drone' : 'woodpecker',
      source: path,
      line: jobs[0].line,
      onChange: filters.some(events => allows(events, ON_CHANGE)),
      automatic: filters.some(
        events =>
          events.length === 0 ||
          events.some(
            event => event !== 'pull_request' && !BY_HAND.test(event),
          ),
      ),
      jobs,
      calls: [],
      callable: false,
    },
  };
}

function jobsOf(document: YamlDocument): Job[] {
  const { data } = document;
  const list = ['steps', 'pipeline'].find(name => at(data, name) !== undefined);
  const steps = list === undefined ? undefined : at(data, list);
  if (list === undefined) {
    return [];
  }
  const entries: readonly (readonly [string | number, unknown])[] =
    Array.isArray(steps)
      ? steps.map((step, index) => [index, step] as const)
      : entriesOf(steps);
  return entries
    .filter(([, step]) => isRecord(step))
    .map(([key, step]) => {
      const path = [list, key];
      const events = eventsOf(at(step, 'when'));
      const image = textOf(at(step, 'image'));
      return {
        name: textOf(at(step, 'name')) ?? String(key),
        line: document.lineOf(path),
        manual: events.length > 0 && events.every(event => BY_HAND.test(event)),
        onChangeOnly:
          events.length > 0 && events.every(event => event === 'pull_request'),
        commands: commandsAt([...path, 'commands'], document),
        actions:
          image === undefined
            ? []
            : [{ name: image.toLowerCase(), inputs: at(step, 'settings') }],
      };
    });
}

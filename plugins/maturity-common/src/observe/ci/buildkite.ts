import { isRecord } from '../../entity/fields';
import { at, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import type { Command, Job, PipelineParse } from './model';
import { readCommands } from './shell';

type Path = readonly (string | number)[];

/** Reads a Buildkite pipeline. The file says nowhere that it runs on a push: that is what a pipeline made from it does. */
export function readBuildkitePipeline(
  path: string,
  document: YamlDocument,
): PipelineParse {
  const { data } = document;
  const root: Path = Array.isArray(data) ? [] : ['steps'];
  const jobs: Job[] = [];
  let waits = false;
  const read = (list: Path): void => {
    listOf(at(data, ...list)).forEach((step, index) => {
      const here = [...list, index];
      const blocks = step === 'block' || step === 'input';
      waits ||=
        blocks ||
        at(step, 'block') !== undefined ||
        at(step, 'input') !== undefined;
      if (at(step, 'group') !== undefined && list === root) {
        read([...here, 'steps']);
        return;
      }
      const commands = ['command', 'commands'].flatMap(key =>
        commandsAt([...here, key], document),
      );
      if (isRecord(step) && commands.length > 0) {
        jobs.push({
          name: textOf(at(step, 'label')) ?? textOf(at(step, 'key')) ?? 'step',
          line: document.lineOf(here),
          manual: waits,
          commands,
          actions: [],
        });
      }
    });
  };
  read(root);
  return jobs.length === 0
    ? {
        ok: false,
        message:
          'A Buildkite pipeline with at least one step that has a `command` was expected.',
      }
    : {
        ok: true,
        pipeline: {
          provider: 'buildkite',
          source: path,
          line: jobs[0].line,
          onChange: true,
          automatic: true,
          jobs,
          calls: [],
          callable: false,
        },
      };
}

/** The commands of a script or of a list of scripts. */
export function commandsAt(path: Path, document: YamlDocument): Command[] {
  const value = at(document.data, ...path);
  return listOf(value).flatMap((item, index) => {
    const here = Array.isArray(value) ? [...path, index] : path;
    return typeof item === 'string'
      ? readCommands(item, document.textLineOf(here))
      : [];
  });
}

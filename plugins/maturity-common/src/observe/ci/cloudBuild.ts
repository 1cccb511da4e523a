import { baseOf } from '../paths';
import { at, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import type { Command, PipelineParse } from './model';
import { readCommands } from './shell';

/** Reads a file of Google Cloud Build. It says nowhere that it runs on a push: that is what a trigger made from it does. */
export function readCloudBuild(
  path: string,
  document: YamlDocument,
): PipelineParse {
  const steps = listOf(at(document.data, 'steps'));
  if (!steps.some(step => textOf(at(step, 'name')) !== undefined)) {
    return {
      ok: false,
      message: 'A build with `steps` that name an image was expected.',
    };
  }
  return {
    ok: true,
    pipeline: {
      provider: 'cloud-build',
      source: path,
      line: document.lineOf(['steps']),
      onChange: true,
      automatic: true,
      jobs: steps.map((_, index) => ({
        name: `step ${index + 1}`,
        line: document.lineOf(['steps', index]),
        manual: false,
        commands: commandsOf(index, document),
        actions: [],
      })),
      calls: [],
      callable: false,
    },
  };
}

function commandsOf(index: number, document: YamlDocument): Command[] {
  const step = at(document.data, 'steps', index);
  const line = document.lineOf(['steps', index]);
  const script = at(step, 'script');
  if (typeof script === 'string') {
    const first = document.textLineOf(['steps', index, 'script']);
    return readCommands(script, first);
  }
  const args = listOf(at(step, 'args')).flatMap(word => textOf(word) ?? []);
  const [image] = baseOf(textOf(at(step, 'name')) ?? '').split(/[:@]/, 1);
  const program = textOf(at(step, 'entrypoint')) ?? image;
  const words = [program, ...args];
  const isShell = /^(?:ba|z|da)?sh$/.test(baseOf(program));
  const inner = isShell && /^-\w*c$/.test(args[0] ?? '') ? args[1] : undefined;
  return inner === undefined
    ? [{ words, line }]
    : readCommands(inner).map(command => ({ ...command, line }));
}

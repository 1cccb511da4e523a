import { readGroovy } from './groovy';
import type { GroovyToken } from './groovy';
import type { Action, Command, Job, PipelineParse } from './model';
import { readCommands } from './shell';

const SHELLS = new Set(['sh', 'bat', 'powershell', 'pwsh']);

interface Stage {
  name: string;
  line: number;
  manual: boolean;
  commands: Command[];
  actions: Action[];
}

/**
 * Reads the shell steps of a Jenkinsfile, by stage. A Jenkinsfile says nowhere that it runs on a push: that
 * is what a job made from it does, unless the file asks for a timer only.
 */
export function readJenkinsfile(path: string, text: string): PipelineParse {
  const tokens = readGroovy(text);
  const isPipeline = tokens.some(
    (token, index) =>
      token.kind === 'word' &&
      /^(?:pipeline|node)$/.test(token.text) &&
      /^[{(]$/.test(tokens[index + 1]?.text ?? ''),
  );
  const stages = readStages(tokens);
  const hasSteps = stages.some(
    stage => stage.commands.length + stage.actions.length > 0,
  );
  if (!(isPipeline && hasSteps) && !callsLibrary(tokens)) {
    return {
      ok: false,
      message:
        'A Jenkinsfile with a `pipeline` or `node` block and at least one step was expected.',
    };
  }
  const triggers = triggerNames(tokens);
  const timerOnly =
    triggers.length > 0 &&
    triggers.every(name => name === 'cron' || name === 'upstream');
  return {
    ok: true,
    pipeline: {
      provider: 'jenkins',
      source: path,
      line: stages[0]?.line ?? tokens[0]?.line,
      onChange: !timerOnly,
      automatic: true,
      jobs: stages.map((stage): Job => stage),
      calls: [],
      callable: false,
    },
  };
}

function readStages(tokens: readonly GroovyToken[]): Stage[] {
  const stages: Stage[] = [];
  let waits = false;
  let current: Stage = {
    name: 'pipeline',
    line: 1,
    manual: false,
    commands: [],
    actions: [],
  };
  stages.push(current);
  tokens.forEach((token, index) => {
    if (token.kind !== 'word') {
      return;
    }
    if (token.text === 'stage') {
      const name = argument(tokens, index)?.text;
      if (name !== undefined) {
        current = {
          name,
          line: token.line,
          manual: waits,
          commands: [],
          actions: [],
        };
        stages.push(current);
      }
    } else if (token.text === 'input' && isCall(tokens, index)) {
      // What comes after a question to a person is no longer automatic.
      waits = true;
      current.manual = true;
    } else if (SHELLS.has(token.text)) {
      const script = argument(tokens, index);
      if (script) {
        current.commands.push(...readCommands(script.text, script.line));
      }
    } else if (
      /^(?:withSonarQubeEnv|build)$/.test(token.text) &&
      isCall(tokens, index)
    ) {
      current.actions.push({
        name: token.text.toLowerCase(),
        inputs: undefined,
        line: token.line,
      });
    }
  });
  return stages.filter(
    stage => stage.commands.length + stage.actions.length > 0,
  );
}

function isCall(tokens: readonly GroovyToken[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    next !== undefined &&
    (next.kind === 'string' ||
      next.text === '(' ||
      next.text === '{' ||
      next.kind === 'word')
  );
}

/** The first string of `name 'x'`, `name('x')`, `name(script: 'x', ...)` or `name script: 'x'`. */
function argument(
  tokens: readonly GroovyToken[],
  index: number,
): GroovyToken | undefined {
  for (
    let next = index + 1;
    next < Math.min(tokens.length, index + 12);
    next += 1
  ) {
    const token = tokens[next];
    if (token.kind === 'string') {
      const label = tokens[next - 2]?.text;
      const isNamed = tokens[next - 1]?.text === ':';
      if (!isNamed || label === 'script' || label === 'name') {
        return token;
      }
    } else if (/^[{};]$/.test(token.text)) {
      return undefined;
    }
  }
  return undefined;
}

/** A shared library holds the pipeline, and the file only calls it: `@Library('x') _` and a step of it. */
function callsLibrary(tokens: readonly GroovyToken[]): boolean {
  const library = tokens.findIndex(
    (token, index) =>
      token.kind === 'word' &&
      (token.text === 'Library'
        ? tokens[index - 1]?.text === '@'
        : token.text === 'library' && tokens[index + 1]?.kind !== 'mark'),
  );
  return (
    library !== -1 &&
    tokens.some(
      (token, index) =>
        index > library + 1 &&
        token.kind === 'word' &&
        token.text !== '_' &&
        /^[({]$/.test(tokens[index + 1]?.text ?? ''),
    )
  );
}

function triggerNames(tokens: readonly GroovyToken[]): string[] {
  const start = tokens.findIndex(
    (token, index) =>
      token.text === 'triggers' &&
      token.kind === 'word' &&
      tokens[index + 1]?.text === '{',
  );
  if (start === -1) {
    return [];
  }
  const end = tokens.findIndex(
    (token, index) =>
      index > start && token.kind === 'mark' && token.text === '}',
  );
  return tokens
    .slice(start + 2, end === -1 ? undefined : end)
    .filter(
      (token, index, all) =>
        token.kind === 'word' && all[index + 1]?.text === '(',
    )
    .map(token => token.text);
}

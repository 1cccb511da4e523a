import { readCall } from './call';
import type { Call } from './call';
import type { Action, Command } from './model';

const RUNNERS = new Set([
  'jest',
  'vitest',
  'mocha',
  'ava',
  'tap',
  'karma',
  'pytest',
  'py.test',
  'unittest',
  'nose2',
  'tox',
  'nox',
  'gotestsum',
  'ginkgo',
  'rspec',
  'phpunit',
  'pest',
  'ctest',
  'behave',
  'minitest',
]);

/** Sub-commands that run tests, by program. */
const TEST_ARGUMENTS = new Map<string, ReadonlySet<string>>([
  ['go', new Set(['test'])],
  ['cargo', new Set(['test', 't', 'nextest'])],
  ['dotnet', new Set(['test'])],
  ['mix', new Set(['test'])],
  ['swift', new Set(['test'])],
  ['sbt', new Set(['test', 'testOnly'])],
  ['deno', new Set(['test'])],
  ['bazel', new Set(['test'])],
  ['bazelisk', new Set(['test'])],
  ['rake', new Set(['test', 'spec'])],
  ['rails', new Set(['test'])],
  ['composer', new Set(['test'])],
  ['make', new Set(['test', 'tests', 'check', 'unit-test', 'test-unit'])],
  ['just', new Set(['test'])],
  ['task', new Set(['test'])],
  ['hatch', new Set(['test'])],
  ['playwright', new Set(['test'])],
  ['cypress', new Set(['run'])],
  ['ng', new Set(['test'])],
  ['nx', new Set(['test'])],
  ['turbo', new Set(['test'])],
  ['lerna', new Set(['test'])],
  ['manage.py', new Set(['test'])],
]);

const MAVEN_PHASES = new Set([
  'test',
  'verify',
  'integration-test',
  'package',
  'install',
  'deploy',
]);
const GRADLE_TASKS = new Set(['test', 'check', 'build']);

/** Words of the test command that a command runs; undefined when it runs none. */
export function testCommand(command: Command): string | undefined {
  const call = readCall(command.words);
  if (!call) {
    return undefined;
  }
  if (
    call.script !== undefined &&
    /^(?:test|unit|e2e|integration)(?:$|[:_-])/.test(call.script)
  ) {
    return `${call.program} ${call.script}`;
  }
  if (RUNNERS.has(call.script ?? call.program)) {
    return call.script ?? call.program;
  }
  return testArgument(call);
}

function testArgument(call: Call): string | undefined {
  const { program, args } = call;
  if (/^mvnw?$/.test(program)) {
    const skips = args.some(arg =>
      /^-D(?:skipTests|maven\.test\.skip)(?:=true)?$/.test(arg),
    );
    return skips
      ? undefined
      : label(
          'mvn',
          args.find(arg => MAVEN_PHASES.has(arg)),
        );
  }
  if (/^gradlew?$/.test(program)) {
    const tasks = args.filter(
      (_, index) => !/^(?:-x|--exclude-task)$/.test(args[index - 1] ?? ''),
    );
    const skips = args.some(
      (arg, index) =>
        /^(?:-x|--exclude-task)$/.test(arg) && args[index + 1] === 'test',
    );
    const task = tasks.find(arg =>
      GRADLE_TASKS.has(arg.slice(arg.lastIndexOf(':') + 1)),
    );
    return skips ? undefined : label('gradle', task);
  }
  if (program === 'node') {
    return args.some(arg => arg === '--test') ? 'node --test' : undefined;
  }
  if (
    /^python[\d.]*$/.test(program) &&
    /(?:^|\/)manage\.py$/.test(args[0] ?? '')
  ) {
    return label('manage.py', args[1] === 'test' ? 'test' : undefined);
  }
  const script = call.script ?? program;
  if (script === 'backstage-cli') {
    const words = args.filter(arg => arg !== 'backstage-cli');
    return label(
      'backstage-cli',
      /^(?:repo|package)$/.test(words[0] ?? '') && words[1] === 'test'
        ? `${words[0]} test`
        : undefined,
    );
  }
  const wanted = TEST_ARGUMENTS.get(script);
  return (
    wanted &&
    label(
      script,
      args.slice(0, 4).find(arg => wanted.has(arg)),
    )
  );
}

function label(
  program: string,
  argument: string | undefined,
): string | undefined {
  return argument === undefined ? undefined : `${program} ${argument}`;
}

/** The same for a ready-made step. */
export function testAction(action: Action): string | undefined {
  return /^cypress-io\/github-action$|^node\/test$|^python\/test$|^maven\/test$|^gradle\/test$|^go\/test$/.test(
    action.name,
  )
    ? action.name
    : undefined;
}

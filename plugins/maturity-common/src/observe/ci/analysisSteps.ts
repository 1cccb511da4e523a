import { readCall } from './call';
import type { Action, Command } from './model';

const ANALYSERS = new Set([
  'eslint',
  'tslint',
  'oxlint',
  'biome',
  'standard',
  'semgrep',
  'sonar-scanner',
  'ruff',
  'flake8',
  'pylint',
  'mypy',
  'pyright',
  'bandit',
  'golangci-lint',
  'staticcheck',
  'gosec',
  'revive',
  'rubocop',
  'brakeman',
  'phpstan',
  'psalm',
  'phpcs',
  'detekt',
  'ktlint',
  'swiftlint',
  'cppcheck',
  'clang-tidy',
  'credo',
  'codeql',
]);

const ANALYSIS_ARGUMENTS = new Map<string, RegExp>([
  ['go', /^vet$/],
  ['cargo', /^clippy$/],
  ['mix', /^(?:credo|dialyzer)$/],
  ['mvn', /^(?:checkstyle|spotbugs|pmd|sonar):|^org\.sonarsource/],
  ['mvnw', /^(?:checkstyle|spotbugs|pmd|sonar):|^org\.sonarsource/],
  ['gradle', /(?:^|:)(?:checkstyle|spotbugs|pmd|detekt|ktlint|sonar|lint)\w*$/],
  [
    'gradlew',
    /(?:^|:)(?:checkstyle|spotbugs|pmd|detekt|ktlint|sonar|lint)\w*$/,
  ],
  ['make', /^lint$/],
  ['just', /^lint$/],
  ['task', /^lint$/],
  ['ng', /^lint$/],
  ['nx', /^lint$/],
  ['turbo', /^lint$/],
  ['next', /^lint$/],
  ['deno', /^lint$/],
  ['dotnet', /^sonarscanner$/],
  ['snyk', /^code$/],
]);

/** Formatters and informative sub-commands of the analysers that analyse nothing. */
const NO_ANALYSIS = new Set([
  'format',
  'login',
  'install',
  'init',
  'config',
  'cache',
  'clean',
]);

/** The analyser that a command runs; undefined when it runs none. */
export function analysisCommand(command: Command): string | undefined {
  const call = readCall(command.words);
  if (!call) {
    return undefined;
  }
  if (call.script !== undefined && /^lint(?:$|[:_-])/.test(call.script)) {
    return `${call.program} ${call.script}`;
  }
  const program = call.script ?? call.program;
  const args = call.script === undefined ? call.args : call.args.slice(1);
  if (ANALYSERS.has(program)) {
    return NO_ANALYSIS.has(args[0] ?? '') ? undefined : program;
  }
  if (program === 'backstage-cli') {
    return args.slice(0, 2).includes('lint') ? 'backstage-cli lint' : undefined;
  }
  const wanted = ANALYSIS_ARGUMENTS.get(program);
  const found = wanted && args.find(arg => wanted.test(arg));
  return found === undefined ? undefined : `${program} ${found}`;
}

const ANALYSIS_ACTIONS = [
  /^github\/codeql-action\/analyze$/,
  /^(?:returntocorp|semgrep)\/semgrep-action$/,
  /^sonarsource\/(?:sonarcloud-github-action|sonarqube-scan-action)$/,
  /^golangci\/golangci-lint-action$/,
  /^(?:super-linter|github)\/super-linter(?:\/slim)?$/,
  /^oxsecurity\/megalinter(?:\/.*)?$/,
  /^(?:astral-sh|chartboost)\/ruff-action$/,
  /^reviewdog\/action-(?:eslint|golangci-lint|rubocop|flake8|pylint|staticcheck)$/,
  /^(?:dominikh\/staticcheck-action|securego\/gosec)$/,
  /^(?:sonarqubeanalyze|sonarcloudanalyze|codeql-analyze|advancedsecurity-codeql-analyze)$/,
  /^gitlab-template:.*(?:\/|^)sast[\w.-]*$/,
  /^sonarcloud\/scan$/,
];

/** The same for a ready-made step. */
export function analysisAction(action: Action): string | undefined {
  return ANALYSIS_ACTIONS.some(pattern => pattern.test(action.name))
    ? action.name
    : undefined;
}

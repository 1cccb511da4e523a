import type { CheckResult } from '../../checks/types';
import { parseHttpUrl } from '../../entity';

// Keys of known plugins tell the provider; their values name a job or a project.
const KEY_PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['jenkins.io/job-full-name', 'jenkins'],
  ['circleci.com/project-slug', 'circleci'],
  ['buildkite.com/project-slug', 'buildkite'],
  ['gocd.org/pipelines', 'gocd'],
  ['travis-ci.com/repo-slug', 'travis'],
  ['google.com/cloudbuild-project-slug', 'cloud-build'],
  ['dev.azure.com/build-definition', 'azure-pipelines'],
]);

// These prove a repository, not a pipeline.
const SCM_KEYS: ReadonlySet<string> = new Set([
  'github.com/project-slug',
  'gitlab.com/project-slug',
  'bitbucket.org/project-slug',
  'dev.azure.com/project-repo',
  'backstage.io/source-location',
]);

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['actions', 'github-actions'],
  ['gha', 'github-actions'],
  ['github', 'github-actions'],
  ['github.com', 'github-actions'],
  ['gitlab', 'gitlab-ci'],
  ['gitlab.com', 'gitlab-ci'],
  ['circle-ci', 'circleci'],
  ['app.circleci.com', 'circleci'],
  ['circleci.com', 'circleci'],
  ['travis-ci', 'travis'],
  ['app.travis-ci.com', 'travis'],
  ['buildkite.com', 'buildkite'],
  ['azure', 'azure-pipelines'],
  ['azure-devops', 'azure-pipelines'],
  ['dev.azure.com', 'azure-pipelines'],
  ['cloudbuild', 'cloud-build'],
  ['google-cloud-build', 'cloud-build'],
]);

/**
 * The CI providers behind a passing `ci-pipeline` result, sorted; empty when only a source-code host
 * is known.
 */
export function ciProvidersOf(result: CheckResult | undefined): string[] {
  if (result?.status !== 'pass') {
    return [];
  }
  const found = new Set<string>();
  for (const { strength, source, value } of result.evidence) {
    const provider = KEY_PROVIDERS.get(source);
    if (provider !== undefined) {
      found.add(provider);
    } else if (strength === 'declared' || strength === 'observed') {
      found.add(providerName(value));
    } else if (!SCM_KEYS.has(source)) {
      // A key from configuration: its domain stands for the tool.
      found.add(providerName(source.split('/')[0]));
    }
  }
  found.delete('');
  return [...found].sort();
}

/** One name for the ways in which a provider is written, e.g. `GitHub Actions` and a URL of its runs. */
function providerName(text: string): string {
  const host = parseHttpUrl(text)?.host;
  const word = (host ?? text)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return ALIASES.get(word) ?? word;
}

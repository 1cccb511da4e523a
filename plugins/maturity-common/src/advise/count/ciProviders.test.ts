import type { CheckResult, Evidence, Status } from '../../checks/types';
import { ciProvidersOf } from './ciProviders';

function result(
  evidence: readonly Partial<Evidence>[],
  status: Status = 'pass',
): CheckResult {
  return {
    check: 'ci-pipeline',
    track: 'devops',
    level: 1,
    status,
    reason: 'present',
    evidence: evidence.map(piece => ({
      strength: 'declared',
      source: 'maturity/ci',
      value: '',
      from: null,
      ...piece,
    })),
    remedy: '',
  };
}

describe('ciProvidersOf', () => {
  it.each([
    ['github-actions', 'github-actions'],
    ['GitHub Actions', 'github-actions'],
    ['https://github.com/acme/shop/actions', 'github-actions'],
    ['https://gitlab.com/acme/shop/-/pipelines', 'gitlab-ci'],
    ['gitlab_ci', 'gitlab-ci'],
    ['Drone', 'drone'],
    ['https://ci.acme.test/shop', 'ci.acme.test'],
    ['__proto__', '-proto-'],
  ])('names the declared provider of %s', (value, provider) => {
    expect(ciProvidersOf(result([{ value }]))).toEqual([provider]);
  });

  it.each([
    ['jenkins.io/job-full-name', 'jenkins'],
    ['circleci.com/project-slug', 'circleci'],
    ['buildkite.com/project-slug', 'buildkite'],
    ['gocd.org/pipelines', 'gocd'],
    ['travis-ci.com/repo-slug', 'travis'],
    ['google.com/cloudbuild-project-slug', 'cloud-build'],
    ['dev.azure.com/build-definition', 'azure-pipelines'],
    ['acme.com/ci', 'acme.com'],
  ])('takes the provider from the key %s', (source, provider) => {
    expect(
      ciProvidersOf(
        result([{ strength: 'linked', source, value: 'shop/api' }]),
      ),
    ).toEqual([provider]);
  });

  it('counts what was observed, once', () => {
    expect(
      ciProvidersOf(
        result([
          {
            strength: 'observed',
            source: '.github/workflows/ci.yaml',
            value: 'github-actions',
          },
          { value: 'github actions' },
          {
            strength: 'linked',
            source: 'jenkins.io/job-full-name',
            value: 'a',
          },
        ]),
      ),
    ).toEqual(['github-actions', 'jenkins']);
  });

  it('counts no provider for a source-code host, for a fail, and for nothing', () => {
    expect(
      ciProvidersOf(
        result([
          {
            strength: 'linked',
            source: 'github.com/project-slug',
            value: 'acme/shop',
          },
        ]),
      ),
    ).toEqual([]);
    expect(ciProvidersOf(result([{ value: 'drone' }], 'fail'))).toEqual([]);
    expect(ciProvidersOf(undefined)).toEqual([]);
  });
});

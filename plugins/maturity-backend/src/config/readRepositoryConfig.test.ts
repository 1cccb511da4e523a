import { mockServices } from '@backstage/backend-test-utils';
import { integrationHosts } from './integrationHosts';
import { readRepositoryConfig } from './readRepositoryConfig';

const hosts = new Set(['git.test']);

const DEFAULTS = {
  root: undefined,
  hosts: new Set(),
  frequency: 3_600_000,
  timeout: 120_000,
  concurrency: 2,
  maxFiles: 20_000,
  maxBytes: 200_000_000,
};

describe('readRepositoryConfig', () => {
  it('looks at no tree of a host unless it is told to', () => {
    expect(readRepositoryConfig(undefined, { root: undefined, hosts })).toEqual(
      {
        repository: DEFAULTS,
        problems: [],
      },
    );
  });

  it('reads all settings', () => {
    const value = {
      enabled: true,
      frequency: '30m',
      timeout: { seconds: 30 },
      concurrency: 4,
      maxFiles: 10,
      maxBytes: 1_000,
    };
    expect(readRepositoryConfig(value, { root: '/srv/a', hosts })).toEqual({
      repository: {
        root: '/srv/a',
        hosts,
        frequency: 1_800_000,
        timeout: 30_000,
        concurrency: 4,
        maxFiles: 10,
        maxBytes: 1_000,
      },
      problems: [],
    });
  });

  it.each([
    ['enabled', 'yes', 'true or false'],
    ['frequency', '1s', 'a duration from one minute to 365 days'],
    ['timeout', 'soon', 'a duration from one second to 24 days'],
    ['timeout', '25 days', 'a duration from one second to 24 days'],
    ['concurrency', 0, 'an integer from 1 to 20'],
    ['maxFiles', 1.5, 'an integer from 1 to 50000'],
    ['maxBytes', '1 GB', 'an integer from 1 to 2000000000'],
    [
      'constructor',
      1,
      'one of the keys enabled, frequency, timeout, concurrency, maxFiles, maxBytes',
    ],
  ])('keeps the default of %s for %j', (key, setting, expected) => {
    expect(
      readRepositoryConfig({ [key]: setting }, { root: undefined, hosts }),
    ).toEqual({
      repository: DEFAULTS,
      problems: [
        {
          path: `maturity.repository.${key}`,
          value: JSON.stringify(setting),
          expected,
        },
      ],
    });
  });

  it('refuses a section that is no object', () => {
    const { repository, problems } = readRepositoryConfig([], {
      root: undefined,
      hosts,
    });
    expect(repository).toEqual(DEFAULTS);
    expect(problems.map(({ path }) => path)).toEqual(['maturity.repository']);
  });
});

describe('integrationHosts', () => {
  it('names configured hosts only', () => {
    const data = {
      integrations: {
        github: [{ token: 'x' }, { host: 'GHE.test' }],
        gitea: [{ host: '127.0.0.1:3000' }, {}],
        awsS3: 'wrong',
      },
    };
    expect([...integrationHosts(mockServices.rootConfig({ data }))]).toEqual([
      'github.com',
      'ghe.test',
      '127.0.0.1:3000',
    ]);
    expect(integrationHosts(mockServices.rootConfig()).size).toBe(0);
  });
});

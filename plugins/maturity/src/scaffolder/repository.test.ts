import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { TestApiRegistry } from '@backstage/test-utils';
import {
  allowedHostsOf,
  validateRepository,
  wantsExisting,
} from './repository';

const CHECKOUT = 'github.com?owner=acme&repo=checkout';

/** What is wrong with a repository, and what was asked for it. */
async function judge(
  repoUrl: string,
  answer: () => Promise<Response> = async () =>
    Response.json({ isFree: true, url: 'https://github.com/acme/checkout' }),
  uiSchema?: { 'ui:options': Record<string, boolean> },
) {
  const asked: string[] = [];
  const apiHolder = TestApiRegistry.from(
    [discoveryApiRef, { getBaseUrl: async id => `https://portal.test/${id}` }],
    [
      fetchApiRef,
      {
        fetch: async input => {
          asked.push(String(input));
          return answer();
        },
      },
    ],
  );
  const field = createFieldValidation();
  await validateRepository(repoUrl, field, {
    apiHolder,
    formData: {},
    schema: {},
    uiSchema,
  });
  return { faults: field.__errors ?? [], asked };
}

describe('validateRepository', () => {
  it('takes a repository that is free', async () => {
    expect(await judge(CHECKOUT)).toEqual({
      faults: [],
      asked: [
        'https://portal.test/scaffolder/maturity/repositories?repoUrl=github.com%3Fowner%3Dacme%26repo%3Dcheckout',
      ],
    });
  });

  it.each([
    'gitlab.com?owner=acme%2Fmoney&repo=checkout',
    // The publishing step ignores the slash.
    'gitlab.com?owner=acme%2F&repo=checkout',
    'git.acme.test?owner=acme%2Fmoney&repo=checkout',
    `github.com?owner=a&repo=${'b'.repeat(100)}`,
    'github.com?owner=acme&repo=.github',
  ])('takes %s', async repoUrl => {
    expect((await judge(repoUrl)).faults).toEqual([]);
  });

  it('refuses one that exists', async () => {
    const { faults } = await judge(CHECKOUT, async () =>
      Response.json({ isFree: false, url: 'https://github.com/acme/checkout' }),
    );
    expect(faults).toEqual([
      'exists already: https://github.com/acme/checkout',
    ]);
  });

  it.each([
    'github.com',
    '?owner=acme&repo=checkout',
    'github.com?owner=&repo=checkout',
    'github.com?owner=acme&repo=',
    'github.com?owner=acme%2Fmoney&repo=checkout',
    'github.com?owner=..&repo=checkout',
    'github.com?owner=acme&repo=..',
    'github.com?owner=acme&repo=check%2Fout',
    'github.com?owner=acme&repo=check+out',
    'github.com?owner=acme&repo=%D1%81heckout',
    `github.com?owner=acme&repo=${'a'.repeat(101)}`,
    'gitlab.com?owner=acme%2F%2Fmoney&repo=checkout',
    'gitlab.com?owner=acme%2F..%2Fmoney&repo=checkout',
    `gitlab.com?owner=${'a%2F'.repeat(20)}b&repo=checkout`,
  ])('refuses %s, and asks nobody for it', async repoUrl => {
    expect(await judge(repoUrl)).toEqual({
      faults: [
        'is not a repository: give an owner and a name, of letters, digits, dots, underscores and dashes',
      ],
      asked: [],
    });
  });

  it.each([
    ['who may not know', async () => new Response('{}', { status: 403 })],
    ['a host without an answer', async () => new Response('', { status: 503 })],
    ['no answer', () => Promise.reject(new Error('away'))],
    ['an answer that is none', async () => Response.json({ isFree: 'no' })],
    ['an answer without text', async () => new Response('<html>')],
  ])('goes on with %s', async (_, answer) => {
    expect((await judge(CHECKOUT, answer)).faults).toEqual([]);
  });

  it('leaves a missing repository to the list of required values', async () => {
    expect(await judge('')).toEqual({ faults: [], asked: [] });
  });
});

describe('validateRepository, where one is asked for that is there already', () => {
  const existing = { 'ui:options': { existing: true } };
  const answering = (isFree: boolean) => async () =>
    Response.json({ isFree, url: 'https://github.com/acme/checkout' });

  it('takes it', async () => {
    expect((await judge(CHECKOUT, answering(false), existing)).faults).toEqual(
      [],
    );
  });

  it('refuses one that is missing', async () => {
    expect((await judge(CHECKOUT, answering(true), existing)).faults).toEqual([
      'is not there, as far as this portal can see: acme/checkout on github.com',
    ]);
  });

  it('goes on where nobody knows', async () => {
    const { faults } = await judge(
      CHECKOUT,
      async () => new Response('{}', { status: 503 }),
      existing,
    );
    expect(faults).toEqual([]);
  });
});

describe('wantsExisting', () => {
  it.each([
    [{ existing: true }, true],
    [{ existing: false }, false],
    [{ existing: 'true' }, false],
    [{}, false],
    [undefined, false],
  ])('reads %j', (options, expected) => {
    expect(wantsExisting(options)).toBe(expected);
  });
});

describe('allowedHostsOf', () => {
  it.each([
    [{ allowedHosts: ['git.acme.test'] }, ['git.acme.test']],
    [{ allowedHosts: [] }, ['github.com', 'gitlab.com']],
    [{ allowedHosts: [7, ''] }, ['github.com', 'gitlab.com']],
    [undefined, ['github.com', 'gitlab.com']],
  ])('reads %j', (options, hosts) => {
    expect(allowedHostsOf(options, {})).toEqual(hosts);
  });

  it.each([
    ['github', ['github.com']],
    ['gitlab', ['gitlab.com', 'git.acme.test']],
    ['local', ['git.acme.test']],
    ['constructor', ['git.acme.test']],
  ])('are those of the destination %s', (destination, hosts) => {
    const options = {
      allowedHosts: ['git.acme.test'],
      hostsByDestination: {
        github: ['github.com'],
        gitlab: ['gitlab.com', 'git.acme.test'],
      },
    };
    expect(allowedHostsOf(options, { destination })).toEqual(hosts);
  });
});

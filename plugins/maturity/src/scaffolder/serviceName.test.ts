import type { ApiHolder } from '@backstage/core-plugin-api';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { TestApiRegistry } from '@backstage/test-utils';
import { componentOf } from '../__testUtils__/componentOf';
import { validateServiceName } from './serviceName';

/** A portal with a catalog and a folder of services, and what was asked of the folder. */
function portal(folder: () => Promise<Response>) {
  const asked: string[] = [];
  const api = { ...componentOf('orders'), kind: 'API' };
  const apis = TestApiRegistry.from(
    [catalogApiRef, catalogApiMock({ entities: [componentOf('taken'), api] })],
    [discoveryApiRef, { getBaseUrl: async id => `https://portal.test/${id}` }],
    [
      fetchApiRef,
      {
        fetch: async input => {
          asked.push(String(input));
          return folder();
        },
      },
    ],
  );
  return { apis, asked };
}

async function faultsOf(
  name: string,
  options: { apis: ApiHolder; formData?: Record<string, string> },
): Promise<string[]> {
  const { apis, formData = {} } = options;
  const field = createFieldValidation();
  await validateServiceName(name, field, {
    apiHolder: apis,
    formData,
    schema: {},
  });
  return field.__errors ?? [];
}

const answer = (isFree: boolean) => async () =>
  Response.json({ isFree, location: 'file:/services/x' });

describe('validateServiceName', () => {
  it.each([
    '../etc',
    '..',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'a%2fb',
    '.git',
    'Checkout',
    'check_out',
    'check--out',
    '-checkout',
    'checkout-',
    '1checkout',
    'check out',
    'check\nout',
    'check\u0000out',
    // Letters of other scripts that look like ours, and signs that cannot be seen.
    'сheckout',
    'chec\u212aout',
    'checkout\u200b',
    'ｃheckout',
    'con',
    'nul',
    'com1',
    'lpt9',
    '__proto__',
    'n'.repeat(300),
  ])('takes no name like %j, and asks nobody for it', async name => {
    const { apis, asked } = portal(answer(true));

    expect(await faultsOf(name, { apis })).toEqual([
      'is not a name for a service: use lower-case letters, digits and single dashes, beginning with a letter',
    ]);
    expect(asked).toEqual([]);
  });

  it.each(['checkout', 'constructor', 'a', 'a1-b2', 'n'.repeat(63)])(
    'takes %s when it is free in catalog and target',
    async name => {
      const { apis, asked } = portal(answer(true));

      expect(await faultsOf(name, { apis })).toEqual([]);
      expect(asked).toEqual([
        `https://portal.test/catalog/maturity/local-services/${name}`,
      ]);
    },
  );

  it.each(['taken', 'orders'])(
    'takes no name as %s, of the catalog',
    async name => {
      const { apis } = portal(answer(true));

      expect(await faultsOf(name, { apis })).toEqual([
        `is taken: the catalog has "${name}" already`,
      ]);
    },
  );

  it('takes no name of a folder that the catalog does not show', async () => {
    const { apis } = portal(answer(false));

    expect(await faultsOf('checkout', { apis })).toEqual([
      'is taken: this portal has a service "checkout" already',
    ]);
  });

  it.each(['github', 'gitlab'])(
    'asks for no folder where the service goes to %s',
    async destination => {
      const { apis, asked } = portal(answer(false));

      expect(
        await faultsOf('checkout', { apis, formData: { destination } }),
      ).toEqual([]);
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['who may not know', async () => new Response('{}', { status: 403 })],
    [
      'where there is no such folder',
      async () => new Response('', { status: 404 }),
    ],
    ['a fault', async () => new Response('{}', { status: 500 })],
    ['no answer', () => Promise.reject(new Error('away'))],
    ['an answer that is none', async () => Response.json({ isFree: 'yes' })],
  ])('goes on with %s', async (_, folder) => {
    const { apis } = portal(folder);

    expect(await faultsOf('checkout', { apis })).toEqual([]);
  });

  it('leaves a missing name to the list of required values', async () => {
    const { apis, asked } = portal(answer(true));

    expect(await faultsOf('', { apis })).toEqual([]);
    expect(asked).toEqual([]);
  });
});

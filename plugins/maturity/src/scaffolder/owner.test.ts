import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiRegistry } from '@backstage/test-utils';
import { GROUPS } from './__testUtils__/groups';
import { validateOwner } from './owner';

async function errorsOf(
  owner: string,
  catalog = catalogApiMock({ entities: GROUPS }),
) {
  const errors: string[] = [];
  await validateOwner(
    owner,
    { __errors: errors, addError: error => errors.push(error) },
    {
      apiHolder: TestApiRegistry.from([catalogApiRef, catalog]),
      formData: {},
      schema: {},
    },
  );
  return errors;
}

describe('validateOwner', () => {
  it.each(['group:default/track', 'track', ''])('takes “%s”', async owner => {
    expect(await errorsOf(owner)).toEqual([]);
  });

  it('refuses a group that the catalog does not have', async () => {
    expect(await errorsOf('ghosts')).toEqual([
      'is unknown: the catalog has no group "group:default/ghosts"',
    ]);
  });

  it.each(['user:default/jo', 'group:'])(
    'refuses %s, which is no reference to a group',
    async owner => {
      expect(await errorsOf(owner)).toEqual([
        `is not a group: "${owner}" has to be a reference such as group:default/payments`,
      ]);
    },
  );

  it('lets the form go on while the catalog does not answer', async () => {
    const catalog = catalogApiMock.mock({
      getEntitiesByRefs: () => Promise.reject(new Error('away')),
    });

    expect(await errorsOf('group:default/track', catalog)).toEqual([]);
  });
});

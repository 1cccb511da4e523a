import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { componentOf, seriousFaults } from '../__testUtils__';
import { answer, owner, showRepository } from './__testUtils__/showRepository';

const EXISTING = {
  existing: true,
  hostsByDestination: { github: ['github.com'], gitlab: ['gitlab.com'] },
};

function comesFrom(location: string): Entity {
  const entity = componentOf('checkout');
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { 'backstage.io/managed-by-location': location },
    },
  };
}

const ON_GITHUB = comesFrom(
  'url:https://github.com/acme/shop/blob/main/catalog-info.yaml',
);

/** The field of a practice that goes to a host. */
async function showExisting(
  destination: 'github' | 'gitlab',
  more: Parameters<typeof showRepository>[0] = {},
) {
  return showRepository({
    options: EXISTING,
    form: { entity: 'component:default/checkout', destination },
    answers: async () => answer(false, 'acme/shop'),
    ...more,
  });
}

describe('MaturityRepository, asked for one that is there already', () => {
  it('begins with the repository that the entity comes from, and finds it', async () => {
    const { name, value } = await showExisting('github', {
      entities: [ON_GITHUB],
    });

    await waitFor(() => expect(name).toHaveValue('shop'));
    expect(owner()).toHaveValue('acme');
    expect(await screen.findByText(/“acme\/shop” is there\./)).toBeVisible();
    expect(screen.getByRole('link', { name: /^Open it/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/shop',
    );
    expect(name).toBeValid();
    expect(value()).toEqual({ repoUrl: 'github.com?owner=acme&repo=shop' });
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('refuses one that is missing', async () => {
    const { name } = await showExisting('github', {
      entities: [ON_GITHUB],
      answers: async () => answer(true),
    });

    expect(
      await screen.findByText(
        'There is no “acme/shop”, as far as this portal can see.',
      ),
    ).toBeVisible();
    expect(name).toBeInvalid();
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it.each([
    [
      'from elsewhere',
      [comesFrom('file:/services/checkout/catalog-info.yaml')],
    ],
    ['on another host', [ON_GITHUB]],
    ['that the catalog does not have', []],
  ])(
    'begins with the host that was chosen and the name of an entity %s',
    async (_, entities) => {
      const { name, value, asked } = await showExisting('gitlab', { entities });

      await waitFor(() =>
        expect(value()).toEqual({ repoUrl: 'gitlab.com?owner=&repo=checkout' }),
      );
      expect(name).toHaveValue('checkout');
      expect(screen.getByText('On gitlab.com')).toBeVisible();
      expect(owner('Group')).toHaveValue('');
      expect(asked).toEqual([]);
    },
  );

  it('keeps what the form has, whatever the catalog says', async () => {
    const { name, value } = await showExisting('github', {
      entities: [ON_GITHUB],
      given: 'github.com?owner=acme&repo=mirror',
    });
    await userEvent.type(name, '2');

    expect(await screen.findByText(/“acme\/mirror2” is there/)).toBeVisible();
    expect(value()).toEqual({ repoUrl: 'github.com?owner=acme&repo=mirror2' });
  });

  it('says when nobody knows', async () => {
    const { name } = await showExisting('github', {
      entities: [ON_GITHUB],
      answers: async () => new Response('{}', { status: 503 }),
    });

    expect(
      await screen.findByText(
        /Whether “acme\/shop” is there could not be checked\. You can go on/,
      ),
    ).toBeVisible();
    expect(name).toBeValid();
  });

  it.each([
    [{ destination: 'github', entity: 'component:' }, ''],
    [{ destination: 'github', entity: 7 }, ''],
    [{ destination: 'github', entity: 'checkout' }, 'checkout'],
  ])('reads the form %j', async (form, expected) => {
    const { value } = await showExisting('github', { form });

    await waitFor(() =>
      expect(value()).toEqual({
        repoUrl: `github.com?owner=&repo=${expected}`,
      }),
    );
  });
});

import { identityApiRef } from '@backstage/core-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { seriousFaults } from '../__testUtils__';
import { FormOf } from './__testUtils__/FormOf';
import { groupOf, GROUPS } from './__testUtils__/groups';
import { LazyOwnerField } from './LazyOwnerField';

const GROUPS_OF_JO = ['group:default/engineering', 'group:default/track'];

async function show(
  options: {
    catalog?: CatalogApi;
    ownership?: string[];
    user?: string;
    given?: string;
  } = {},
) {
  const { catalog = catalogApiMock({ entities: GROUPS }), given } = options;
  const { user = 'user:default/jo', ownership = GROUPS_OF_JO } = options;
  const changes: unknown[] = [];
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalog],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: user,
            ownershipEntityRefs: [user, ...ownership],
          }),
        ],
      ]}
    >
      <FormOf
        name="owner"
        schema={{
          type: 'string',
          title: 'Owner',
          description: 'The team.',
          default: given,
        }}
        field={LazyOwnerField}
        onChange={value => changes.push(value)}
      />
    </TestApiProvider>,
  );
  const field = await screen.findByRole('textbox', { name: 'Owner' });
  return { field, value: () => changes.at(-1) };
}

function shown() {
  return screen.getAllByRole('option').map(option => option.textContent);
}

describe('MaturityOwner', () => {
  it("begins with the user's most specific group", async () => {
    const { field, value } = await show();

    await waitFor(() => expect(field).toHaveValue('Tracking'));
    expect(value()).toEqual({ owner: 'group:default/track' });
    expect(field).toHaveAccessibleDescription('The team.');
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('begins with a group that only the token names', async () => {
    const { value } = await show({
      user: 'user:default/away',
      ownership: ['group:default/ghosts', 'group:default/bill'],
    });

    await waitFor(() =>
      expect(value()).toEqual({ owner: 'group:default/bill' }),
    );
  });

  it("takes another group; the list has the user's first", async () => {
    const { field, value } = await show();
    await waitFor(() => expect(field).toHaveValue('Tracking'));

    await userEvent.click(
      screen.getByRole('button', { name: 'Show the groups' }),
    );
    await waitFor(() =>
      expect(shown()).toEqual([
        'Trackingyour group',
        'Engineeringyour group',
        'Billing',
      ]),
    );
    expect(await seriousFaults(document.body)).toEqual([]);
    await userEvent.click(screen.getByRole('option', { name: 'Billing' }));

    expect(field).toHaveValue('Billing');
    expect(value()).toEqual({ owner: 'group:default/bill' });
  });

  it('keeps what the form has already', async () => {
    const { field, value } = await show({ given: 'group:default/bill' });

    await waitFor(() => expect(field).toHaveValue('Billing'));
    expect(value() ?? { owner: 'group:default/bill' }).toEqual({
      owner: 'group:default/bill',
    });
  });

  it('says when the catalog lacks what the form has', async () => {
    const { field } = await show({ given: 'ghosts' });

    expect(
      await screen.findByText(
        'The catalog has no group “group:default/ghosts”.',
      ),
    ).toBeInTheDocument();
    expect(field).toBeInvalid();
  });

  it('searches and is chosen with the keyboard alone', async () => {
    const { field, value } = await show();
    await waitFor(() => expect(field).toHaveValue('Tracking'));

    await userEvent.clear(field);
    await userEvent.type(field, 'bil');
    await waitFor(() => expect(shown()).toEqual(['Billing']));
    await userEvent.keyboard('{ArrowDown}{Enter}');

    expect(field).toHaveValue('Billing');
    expect(value()).toEqual({ owner: 'group:default/bill' });
  });

  it('asks the catalog for groups beyond those that it listed', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      groupOf(`a${index}`, { title: `Team ${index}` }),
    );
    const late = groupOf('zulu', { title: 'Zulu' });
    const { field, value } = await show({
      catalog: catalogApiMock({ entities: [...many, late] }),
      ownership: [],
    });
    await userEvent.type(field, 'zul');

    await userEvent.click(await screen.findByRole('option', { name: 'Zulu' }));
    expect(value()).toEqual({ owner: 'group:default/zulu' });
  });

  it('takes a title that is typed in full', async () => {
    const { field, value } = await show();
    await waitFor(() => expect(field).toHaveValue('Tracking'));

    await userEvent.clear(field);
    expect(value()).toEqual({});
    await userEvent.type(field, 'billing');
    await userEvent.tab();

    await waitFor(() =>
      expect(value()).toEqual({ owner: 'group:default/bill' }),
    );
    expect(field).toHaveValue('Billing');
  });

  it('leaves the choice to somebody without a group', async () => {
    const { field, value } = await show({
      user: 'user:default/new',
      ownership: [],
    });
    await userEvent.click(field);
    await userEvent.click(
      await screen.findByRole('option', { name: 'Billing' }),
    );

    expect(value()).toEqual({ owner: 'group:default/bill' });
  });

  it('says that a part of a title is no group only when the field is left', async () => {
    const { field } = await show();
    await waitFor(() => expect(field).toHaveValue('Tracking'));
    await userEvent.clear(field);
    await userEvent.type(field, 'bil');
    await waitFor(() => expect(shown()).toEqual(['Billing']));
    await waitFor(() => expect(field).toBeValid());
    await userEvent.tab();

    expect(
      await screen.findByText('The catalog has no group “group:default/bil”.'),
    ).toBeInTheDocument();
    expect(field).toHaveValue('bil');
  });

  it('says when no group matches', async () => {
    const { field } = await show();
    await waitFor(() => expect(field).toHaveValue('Tracking'));
    await userEvent.clear(field);
    await userEvent.type(field, 'nobody');

    expect(
      await screen.findByText('No group has “nobody” in its title or name.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(field).toBeInvalid();
  });

  it('says when the catalog has no groups', async () => {
    await show({ catalog: catalogApiMock(), ownership: [] });

    expect(
      await screen.findByText('The catalog has no groups that you can see.'),
    ).toBeInTheDocument();
  });

  it('takes a reference while the catalog cannot be read, and reads it again', async () => {
    const there = catalogApiMock({ entities: GROUPS });
    let isDown = true;
    const whenUp = <T,>(answer: () => Promise<T>) =>
      isDown ? Promise.reject(new Error('away')) : answer();
    const { field, value } = await show({
      catalog: catalogApiMock.mock({
        queryEntities: request => whenUp(() => there.queryEntities(request)),
        getEntities: request => whenUp(() => there.getEntities(request)),
        getEntitiesByRefs: request =>
          whenUp(() => there.getEntitiesByRefs(request)),
      }),
    });
    expect(
      await screen.findByText(/The groups of the catalog could not be read/),
    ).toBeInTheDocument();
    await userEvent.type(field, 'bill');
    await userEvent.tab();
    expect(field).toHaveValue('bill');
    expect(value()).toEqual({ owner: 'group:default/bill' });
    expect(await seriousFaults(document.body)).toEqual([]);

    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Try again' }),
      ).not.toBeInTheDocument(),
    );
    expect(value()).toEqual({ owner: 'group:default/bill' });
  });
});

import {
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  MaturityOwnerField,
  MaturityRepositoryField,
  MaturityServiceNameField,
  MaturityTierField,
} from '..';
import { componentOf } from '../__testUtils__';
import { GROUPS } from './__testUtils__/groups';

const MANIFEST = {
  title: 'A starter',
  steps: [
    {
      title: 'The service',
      schema: {
        type: 'object',
        required: ['name', 'owner', 'tier'],
        properties: {
          name: {
            title: 'Name',
            type: 'string',
            'ui:field': 'MaturityServiceName',
          },
          owner: {
            title: 'Owner',
            type: 'string',
            'ui:field': 'MaturityOwner',
          },
          tier: {
            title: 'Tier',
            type: 'string',
            enum: ['1', '2'],
            'ui:field': 'MaturityTier',
            'ui:options': { objectives: { '2': 'availability=99.9/30d' } },
          },
        },
      },
    },
  ],
};

/** The repository as the starters ask for it: only where the service goes to a host. */
const TO_HOST = {
  title: 'A starter for hosts',
  steps: [
    {
      title: 'The service',
      schema: {
        type: 'object',
        properties: { name: { title: 'Name', type: 'string' } },
      },
    },
    {
      title: 'Where it goes',
      schema: {
        type: 'object',
        properties: {
          destination: {
            title: 'Publish to',
            type: 'string',
            default: 'github',
            enum: ['local', 'github'],
          },
        },
        dependencies: {
          destination: {
            oneOf: [
              { properties: { destination: { enum: ['local'] } } },
              {
                required: ['repoUrl'],
                properties: {
                  destination: { enum: ['github'] },
                  repoUrl: {
                    title: 'Repository',
                    type: 'string',
                    'ui:field': 'MaturityRepository',
                    'ui:options': { allowedHosts: ['github.com'] },
                  },
                },
              },
            ],
          },
        },
      },
    },
  ],
};

/** What stands below the page in an app; the same at each rendering. */
const FIELDS = (
  <ScaffolderFieldExtensions>
    <MaturityServiceNameField />
    <MaturityOwnerField />
    <MaturityTierField />
    <MaturityRepositoryField />
  </ScaffolderFieldExtensions>
);

/** A form as the scaffolder of the legacy frontend system builds it of the fields below its page. */
function LegacyForm(props: {
  manifest?: typeof MANIFEST | typeof TO_HOST;
  onCreate(values: object): void;
}) {
  const extensions = useCustomFieldExtensions(FIELDS);
  return (
    <Stepper
      manifest={props.manifest ?? MANIFEST}
      extensions={extensions}
      onCreate={async values => props.onCreate(values)}
    />
  );
}

describe('the form fields in the legacy frontend system', () => {
  it('lead from a name that is taken to a service', async () => {
    const onCreate = jest.fn();
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            catalogApiRef,
            catalogApiMock({ entities: [componentOf('taken'), ...GROUPS] }),
          ],
          [
            identityApiRef,
            mockApis.identity({ userEntityRef: 'user:default/jo' }),
          ],
          [discoveryApiRef, { getBaseUrl: async () => 'https://portal.test' }],
          [
            fetchApiRef,
            {
              fetch: async () =>
                Response.json({ isFree: true, location: 'file:/services/x' }),
            },
          ],
        ]}
      >
        <LegacyForm onCreate={onCreate} />
      </TestApiProvider>,
      {
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    const name = screen.getByLabelText(/^Name/);
    await userEvent.type(name, 'taken');
    await userEvent.click(await screen.findByRole('radio', { name: /Tier 2/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/the catalog has "taken" already/)).length,
    ).toBeGreaterThan(0);

    const owner = await screen.findByRole('textbox', { name: /^Owner/ });
    await waitFor(() => expect(owner).toHaveValue('Tracking'));
    await userEvent.clear(owner);
    await userEvent.type(owner, 'ghosts');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (
        await screen.findAllByText(
          /the catalog has no group "group:default\/ghosts"/,
        )
      ).length,
    ).toBeGreaterThan(0);
    await userEvent.clear(owner);
    await userEvent.type(owner, 'bill');
    await userEvent.click(
      await screen.findByRole('option', { name: 'Billing' }),
    );

    await userEvent.clear(name);
    await userEvent.type(name, 'billing');
    expect(
      await screen.findByText(
        /“billing” is free, in the catalog and among the services of this portal/,
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );

    expect(onCreate).toHaveBeenCalledWith({
      name: 'billing',
      owner: 'group:default/bill',
      tier: '2',
    });
  });

  it('lead from a repository that exists to one that is free', async () => {
    const onCreate = jest.fn();
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [discoveryApiRef, { getBaseUrl: async id => `https://p.test/${id}` }],
          [
            fetchApiRef,
            {
              fetch: async input =>
                Response.json({
                  isFree: !String(input).endsWith('taken'),
                  url: 'https://github.com/acme/taken',
                }),
            },
          ],
        ]}
      >
        <LegacyForm manifest={TO_HOST} onCreate={onCreate} />
      </TestApiProvider>,
    );
    await userEvent.type(screen.getByLabelText(/^Name/), 'taken');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    const name = await screen.findByLabelText(/^Name of the repository/);
    expect(name).toHaveValue('taken');
    const owner = screen.getByLabelText(/^Organization or user/);
    expect(owner).toBeRequired();
    await userEvent.type(owner, 'acme');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (
        await screen.findAllByText(
          /exists already: https:\/\/github.com\/acme\/taken/,
        )
      ).length,
    ).toBeGreaterThan(0);

    await userEvent.clear(name);
    await userEvent.type(name, 'billing');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );

    expect(onCreate).toHaveBeenCalledWith({
      name: 'taken',
      destination: 'github',
      repoUrl: 'github.com?owner=acme&repo=billing',
    });
  });
});

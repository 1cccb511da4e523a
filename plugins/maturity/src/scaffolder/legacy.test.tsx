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

/** What stands below the page in an app; the same at each rendering. */
const FIELDS = (
  <ScaffolderFieldExtensions>
    <MaturityServiceNameField />
    <MaturityOwnerField />
    <MaturityTierField />
  </ScaffolderFieldExtensions>
);

/** A form as the scaffolder of the legacy frontend system builds it of the fields below its page. */
function LegacyForm(props: { onCreate(values: object): void }) {
  const extensions = useCustomFieldExtensions(FIELDS);
  return (
    <Stepper
      manifest={MANIFEST}
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
});

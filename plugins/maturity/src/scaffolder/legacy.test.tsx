import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MaturityServiceNameField, MaturityTierField } from '..';
import { componentOf } from '../__testUtils__';

const MANIFEST = {
  title: 'A starter',
  steps: [
    {
      title: 'The service',
      schema: {
        type: 'object',
        required: ['name', 'tier'],
        properties: {
          name: {
            title: 'Name',
            type: 'string',
            'ui:field': 'MaturityServiceName',
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
          [catalogApiRef, catalogApiMock({ entities: [componentOf('taken')] })],
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

    expect(onCreate).toHaveBeenCalledWith({ name: 'billing', tier: '2' });
  });
});

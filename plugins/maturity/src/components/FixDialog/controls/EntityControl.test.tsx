import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { EntityControl } from './EntityControl';

const TEAM: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'pay', namespace: 'default', title: 'Payments' },
  spec: { type: 'team', children: [] },
};

function Form(props: { several?: boolean }) {
  const [value, setValue] = useState('');
  return (
    <EntityControl
      id="owner"
      label="Owner"
      help="The team."
      problem=""
      placeholder=""
      kinds={['Group']}
      several={props.several}
      value={value}
      onChange={setValue}
    />
  );
}

async function show(props: { several?: boolean } = {}) {
  const catalog = catalogApiMock({ entities: [TEAM] });
  await renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalog]]}>
      <Form {...props} />
    </TestApiProvider>,
  );
  return screen.getByLabelText('Owner');
}

describe('EntityControl', () => {
  it('finds a team by what people call it', async () => {
    const field = await show();
    await userEvent.type(field, 'Payme');

    await userEvent.click(
      await screen.findByRole('option', { name: /Payments/ }),
    );

    expect(field).toHaveValue('group:default/pay');
    expect(field).toHaveAccessibleDescription('The team.');
  });

  it('warns of a team that the catalog does not have', async () => {
    const field = await show();
    await userEvent.type(field, 'ghosts');

    expect(
      await screen.findByText(
        'The catalog has no “ghosts”, so the check would still fail.',
      ),
    ).toBeInTheDocument();
    expect(field).toBeInvalid();
  });

  it('says which of several are missing', async () => {
    const field = await show({ several: true });
    expect(field).toHaveAccessibleDescription(
      'The team. Several are possible, with commas between them.',
    );
    await userEvent.type(field, 'pay, a, b');

    expect(
      await screen.findByText('The catalog has none of these: a, b.'),
    ).toBeInTheDocument();
  });
});

import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { componentOf } from '../__testUtils__';
import { FormOf } from './__testUtils__/FormOf';
import { MaturityTemplateOutputs } from './TemplateOutputs';
import { ServiceNameField } from './ServiceNameField';

const CATALOG = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

async function showField(api = catalogApiMock({ entities: taken() })) {
  await renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, api]]}>
      <FormOf
        name="name"
        schema={{ type: 'string', title: 'Name', minLength: 3 }}
        field={ServiceNameField}
      />
    </TestApiProvider>,
    { mountedRoutes: CATALOG },
  );
  return screen.getByLabelText(/^Name/);
}

function taken(): Entity[] {
  return [componentOf('checkout')];
}

describe('MaturityServiceName', () => {
  it('says that a name is free', async () => {
    await userEvent.type(await showField(), 'billing');

    expect(
      screen.getByText('Checking whether “billing” is free'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/“billing” is free in the catalog/),
    ).toBeInTheDocument();
  });

  it('says that a name is taken, and by what', async () => {
    await userEvent.type(await showField(), 'checkout');

    expect(
      await screen.findByText(/“checkout” is taken in the catalog/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open it' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
  });

  it('says what is wrong with the form of a name without asking', async () => {
    const api = catalogApiMock.mock();
    await userEvent.type(await showField(api), '../x');

    expect(
      screen.getByText(/Use lower-case letters, digits and single dashes/),
    ).toBeInTheDocument();
    expect(api.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('says that it does not know when the catalog does not answer', async () => {
    const api = catalogApiMock.mock({
      getEntitiesByRefs: () => Promise.reject(new Error('away')),
    });
    await userEvent.type(await showField(api), 'billing');

    expect(
      await screen.findByText(/Whether “billing” is free could not be checked/),
    ).toBeInTheDocument();
  });
});

describe('MaturityTemplateOutputs', () => {
  const ref = 'component:default/billing';
  const links = [{ title: 'Open the service', entityRef: ref }];

  function show(output: Record<string, unknown>) {
    return renderInTestApp(
      <TestApiProvider apis={[[catalogApiRef, catalogApiMock()]]}>
        <MaturityTemplateOutputs output={output} />
      </TestApiProvider>,
      { mountedRoutes: CATALOG },
    );
  }

  it('shows the ladders, what is left, and the links', async () => {
    await show({
      links,
      text: [{ title: 'Words', content: `**${ref}**\n\n- DevOps: level 2` }],
      scorecards: [
        {
          entityRef: ref,
          tracks: [
            {
              track: 'devops',
              title: 'DevOps',
              level: 2,
              levelName: 'Silver',
              levels: 4,
              achievable: 4,
              score: 71.5,
              next: [{ check: 'sbom', title: 'It lists what it contains' }],
            },
          ],
        },
      ],
    });

    expect(
      await screen.findByRole('region', { name: 'Where billing stands' }),
    ).toHaveTextContent('What is left for level 3It lists what it contains');
    expect(
      screen.getByRole('img', { name: 'Silver, level 2 of 4' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Open the service')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Open its scorecard' }),
    ).toHaveAttribute('href', '/catalog/default/component/billing/maturity');
    expect(screen.queryByText('Words')).not.toBeInTheDocument();
  });

  it('shows what every template shows where nothing was scored', async () => {
    await show({ links, text: [{ title: 'Words', content: 'of a template' }] });

    expect(await screen.findByText('of a template')).toBeInTheDocument();
    expect(screen.getByText('Open the service')).toBeInTheDocument();
  });
});

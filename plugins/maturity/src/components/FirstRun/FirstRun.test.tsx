import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  bareServices,
  definitions,
  SampleMaturityApi,
} from '../../../dev/sample';
import { seriousFaults } from '../../__testUtils__';
import { rootRouteRef } from '../../routes';
import { FirstRun } from './FirstRun';

async function show() {
  const user = userEvent.setup();
  const api = new SampleMaturityApi({ services: bareServices });
  const { items } = await api.listRollUps({ by: 'organization' });
  await renderInTestApp(
    <FirstRun definitions={definitions} organization={items[0]} />,
    { mountedRoutes: { '/maturity': rootRouteRef } },
  );
  return user;
}

describe('FirstRun', () => {
  it('shows what is known already, with ways to the check and to the services', async () => {
    await show();

    const region = screen.getByRole('region', { name: 'Where to begin' });
    const owner = within(region)
      .getByRole('link', { name: 'A team owns it' })
      .closest('li')!;
    expect(
      within(owner).getByRole('link', { name: '14 pass' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?check=owner-assigned&status=pass&lifecycle=production',
    );
  });

  it('names the three facts that unlock most, with lines to copy', async () => {
    const user = await show();

    const lines = screen.getAllByRole('region', { name: /^Lines for/ });
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'metadata:\n  annotations:\n    maturity/stack: "go, typescript"',
      'metadata:\n  annotations:\n    maturity/ci: "github-actions"',
      'metadata:\n  annotations:\n    maturity/tests: "unit, integration"',
    ]);
    expect(
      screen.getByRole('link', { name: 'Its technology stack is known' }),
    ).toHaveAttribute('href', '/maturity/checks/stack-declared');

    document.execCommand = jest.fn(() => true);
    await user.click(screen.getAllByRole('button', { name: 'Copy' })[0]);
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(document.execCommand).toHaveBeenCalledWith('copy');
  });

  it('has no serious fault for assistive technology', async () => {
    await show();

    expect(await seriousFaults(document.body)).toEqual([]);
  });
});

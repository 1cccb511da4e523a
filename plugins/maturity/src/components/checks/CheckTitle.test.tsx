import { renderTestApp } from '@backstage/frontend-test-utils';
import { renderInTestApp } from '@backstage/test-utils';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { rootRouteRef } from '../../routes';
import { CheckTitle } from './CheckTitle';

type Routes = Record<string, typeof rootRouteRef>;

const APPS = [
  {
    name: 'legacy frontend system',
    show: async (element: JSX.Element, mountedRoutes: Routes) => {
      await renderInTestApp(element, { mountedRoutes });
    },
  },
  {
    name: 'new frontend system',
    show: async (element: JSX.Element, mountedRoutes: Routes) => {
      const extension = AppRootElementBlueprint.make({ params: { element } });
      renderTestApp({ extensions: [extension], mountedRoutes });
    },
  },
];

const title = <CheckTitle id="ci-pipeline" title="Built by CI" />;

describe.each(APPS)('CheckTitle in the $name', ({ show }) => {
  it('leads to the page of the check', async () => {
    await show(title, { '/maturity': rootRouteRef });

    expect(
      await screen.findByRole('link', { name: 'Built by CI' }),
    ).toHaveAttribute('href', '/maturity/checks/ci-pipeline');
  });

  it('is plain text in an app that has not mounted the page', async () => {
    await show(title, {});

    const text = await screen.findByText('Built by CI');
    expect(text.closest('a')).toBeNull();
  });

  it('is the id when the check has been retired', async () => {
    await show(<CheckTitle id="gone" title={undefined} />, {
      '/maturity': rootRouteRef,
    });

    const text = await screen.findByText('gone');
    expect(text.closest('a')).toBeNull();
  });
});

import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityMaturitySetContent } from '../..';
import { SampleMaturityApi, services } from '../../../dev/sample';
import {
  componentOf,
  narrowScreen,
  newSystem,
  seriousFaults,
  showEntities,
} from '../../__testUtils__';

function setOf(kind: string, name: string): Entity {
  return { ...componentOf(name), kind, spec: {} };
}

const payments = setOf('Group', 'payments');
const shop = setOf('System', 'shop');
const commerce = setOf('Domain', 'commerce');

// Two services of two systems.
const few = [services[0], services[2]];

// More than one page of members.
const crowd = Array.from({ length: 45 }, (_, index) => ({
  ...services[0],
  name: `service-${String(index + 1).padStart(2, '0')}`,
}));

describe('SetContent', () => {
  const { showSetTab } = newSystem;

  it('shows what a team has reached together and its services', async () => {
    await showSetTab(new SampleMaturityApi(), payments);

    const members = await screen.findByRole('table', { name: 'Services' });
    expect(within(members).getAllByRole('rowheader')).toHaveLength(4);
    expect(
      screen.getByRole('link', { name: 'Open as a list with filters' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?owner=group%3Adefault%2Fpayments&ownerScope=tree',
    );
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('counts the services of a team, each number with a way to them', async () => {
    await showSetTab(new SampleMaturityApi(), payments);

    const stages = await screen.findByRole('region', {
      name: 'Where the services stand',
    });
    expect(
      within(stages)
        .getAllByRole('link')
        .map(link => link.getAttribute('aria-label') ?? link.textContent),
    ).toEqual([
      'Exploring: 0 services',
      'Starting: 1 service',
      'DevOps: 1 service',
      'SRE: 0 services',
      'Platform: 2 services',
      '4 services',
      '4 in production',
    ]);
    expect(
      within(stages).getByRole('link', { name: '4 in production' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?owner=group%3Adefault%2Fpayments&ownerScope=tree&lifecycle=production',
    );
  });

  it('shows a system with the lowest level of its services', async () => {
    const api = new SampleMaturityApi();
    const detail = await api.getRollUp('system:default/shop');
    const { devops } = detail.item.rollUp.tracks;
    jest.spyOn(api, 'getRollUp').mockResolvedValue({
      ...detail,
      item: {
        ...detail.item,
        rollUp: {
          ...detail.item.rollUp,
          tracks: {
            ...detail.item.rollUp.tracks,
            devops: { ...devops, minimum: 2 },
          },
        },
      },
    });
    await showSetTab(api, shop);

    const tracks = await screen.findByRole('region', {
      name: 'Levels per track',
    });
    expect(tracks).toHaveTextContent('Lowest service: Silver');
    expect(
      screen.getByRole('link', { name: 'Open as a list with filters' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?system=system%3Adefault%2Fshop',
    );
    expect(
      screen.queryByRole('region', { name: 'Parts' }),
    ).not.toBeInTheDocument();
  });

  it('shows the systems of a domain, each with a way to its own tab', async () => {
    await showSetTab(new SampleMaturityApi({ services: few }), commerce);

    const parts = await screen.findByRole('table', { name: 'Systems' });
    expect(within(parts).getAllByRole('columnheader')[0]).toHaveTextContent(
      'System',
    );
    expect(within(parts).getByRole('link', { name: 'Shop' })).toHaveAttribute(
      'href',
      '/catalog/default/system/shop/maturity',
    );
    expect(
      screen.getByRole('link', { name: 'Open as a list with filters' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?system=domain%3Adefault%2Fcommerce',
    );
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('turns the pages of many services', async () => {
    const api = new SampleMaturityApi({ services: crowd });
    const read = jest.spyOn(api, 'getRollUp');
    await showSetTab(api, payments);

    const members = await screen.findByRole('table', { name: 'Services' });
    const names = () =>
      Array.from(
        members.querySelectorAll('tbody th a'),
        link => link.textContent,
      );
    expect(names()).toHaveLength(20);
    expect(names()[0]).toBe('service-01');

    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(names()[0]).toBe('service-21'));
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(names()).toHaveLength(5));
    expect(screen.getByRole('button', { name: 'Next page' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(screen.getByText('Levels per track')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await waitFor(() => expect(names()[0]).toBe('service-21'));
    expect(read.mock.calls.map(([, query]) => query)).toEqual([
      { limit: 20 },
      { limit: 20, cursor: '20' },
      { limit: 20, cursor: '40' },
      { limit: 20, cursor: '20' },
    ]);
  });

  it('begins with the first page of another set', async () => {
    const platform = crowd.map(({ name, ...rest }) => ({
      ...rest,
      name: name.replace('service', 'tool'),
      owner: 'group:default/platform',
    }));
    const api = new SampleMaturityApi({ services: [...crowd, ...platform] });
    const read = jest.spyOn(api, 'getRollUp');
    const { go } = await showEntities({
      api,
      first: payments,
      part: <EntityMaturitySetContent />,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    await screen.findByRole('link', { name: 'service-21' });

    await go(setOf('Group', 'platform'));

    expect(
      await screen.findByRole('link', { name: 'tool-01' }),
    ).toBeInTheDocument();
    expect(
      read.mock.calls.map(([entityRef, query]) => [entityRef, query]),
    ).toEqual([
      ['group:default/payments', { limit: 20 }],
      ['group:default/payments', { limit: 20, cursor: '20' }],
      ['group:default/platform', { limit: 20 }],
    ]);
  });

  it('keeps the page and the rest of the set when another page cannot be read', async () => {
    const api = new SampleMaturityApi({ services: crowd });
    await showSetTab(api, payments);
    await screen.findByRole('link', { name: 'service-01' });
    jest
      .spyOn(api, 'getRollUp')
      .mockRejectedValueOnce(new Error('The database is away.'));

    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This could not be updated; you see what was known before',
    );
    expect(screen.getByRole('link', { name: 'service-01' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'service-21' }),
    ).toBeInTheDocument();
  });

  it('says so when nothing belongs to the team', async () => {
    await showSetTab(new SampleMaturityApi({ services: [] }), payments);

    expect(await screen.findByText('No services here')).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const api = new SampleMaturityApi();
    jest
      .spyOn(api, 'getRollUp')
      .mockRejectedValueOnce(new Error('The database is away.'));
    await showSetTab(api, payments);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('table', { name: 'Services' }),
    ).toBeInTheDocument();
  });

  it('says so when the caller may not see it', async () => {
    const api = new SampleMaturityApi();
    const refused = new Error('no');
    refused.name = 'NotAllowedError';
    jest.spyOn(api, 'getRollUp').mockRejectedValue(refused);
    await showSetTab(api, payments);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
  });
});

describe('SetContent on a narrow screen', () => {
  narrowScreen();

  it('puts sets and services below each other', async () => {
    await newSystem.showSetTab(
      new SampleMaturityApi({ services: few }),
      commerce,
    );

    const parts = await screen.findByRole('list', { name: 'Systems' });
    const [first] = within(parts).getAllByRole('listitem');
    expect(within(first).getByRole('heading')).toHaveTextContent('Accounting');
    expect(within(first).getAllByRole('term')).toHaveLength(3);
    expect(screen.getByRole('list', { name: 'Services' })).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    // The bar at the foot of a narrow portal belongs to the app.
    const ours = parts.closest<HTMLElement>('[data-maturity]');
    expect(await seriousFaults(ours ?? document.body)).toEqual([]);
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi, services } from '../../../dev/sample';
import { newSystem, seriousFaults } from '../../__testUtils__';

function names() {
  return within(screen.getByRole('table', { name: 'Services' }))
    .getAllByRole('rowheader', { hidden: true })
    .map(header => header.querySelector('a')?.textContent);
}

function address() {
  return screen.getByTitle('Address').textContent;
}

const MANY = Array.from({ length: 60 }, (_, index) => ({
  ...services[0],
  name: `service-${String(index).padStart(3, '0')}`,
}));

describe('ServicesPage', () => {
  const { showPage } = newSystem;

  async function show(search = '', api = new SampleMaturityApi()) {
    const list = jest.spyOn(api, 'listScorecards');
    await showPage(api, `/maturity/services${search}`);
    return { list };
  }

  it('lists the services with ladders, stage, team and tier', async () => {
    await show();

    const row = (await screen.findByRole('rowheader', { name: /ledger/ }))
      .parentElement!;
    expect(
      within(row).getAllByRole('img', { name: 'Platinum, level 4 of 4' }),
    ).toHaveLength(3);
    expect(
      within(row).getAllByRole('img', { name: /^100% passed/ }),
    ).toHaveLength(3);
    expect(within(row).getByRole('link', { name: 'ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/maturity',
    );
    expect(within(row).getByRole('link', { name: /payments/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(row).toHaveTextContent('Platform');
    expect(screen.getByRole('status')).toHaveTextContent('20 services');
  });

  it('says where a track does not apply and where a service is leaving', async () => {
    await show('?q=l');

    const library = (
      await screen.findByRole('rowheader', { name: /risk-rules/ })
    ).parentElement!;
    expect(library).toHaveTextContent('Does not apply');
    const leaving = screen.getByRole('rowheader', { name: /legacy-basket/ })
      .parentElement!;
    expect(leaving).toHaveTextContent('Leaving');
    expect(leaving).toHaveTextContent('Deprecated');
  });

  it('reads filters, order and page from the address', async () => {
    const { list } = await show(
      '?owner=group:default/payments&track=devops&level=2&level=3&check=automated-tests&status=pass&stage=devops&stage=platform&tier=1&lifecycle=production&sort=-level:devops&nonsense=1&tier=9',
    );

    await screen.findByRole('table', { name: 'Services' });
    expect(list).toHaveBeenLastCalledWith(
      {
        owner: ['group:default/payments'],
        track: 'devops',
        level: ['2', '3'],
        check: 'automated-tests',
        status: ['pass'],
        stage: ['devops', 'platform'],
        tier: ['1'],
        lifecycle: ['production'],
        sort: '-level:devops',
        limit: 50,
      },
      expect.anything(),
    );
    expect(names()).toEqual(['payment-gateway', 'checkout']);
  });

  it('puts a chosen team into the address, and the back button takes it out', async () => {
    await show();
    await screen.findByRole('table', { name: 'Services' });

    await userEvent.click(screen.getByRole('textbox', { name: 'Team' }));
    await userEvent.click(screen.getByRole('option', { name: 'Risk' }));

    await waitFor(() =>
      expect(address()).toBe(
        '/maturity/services?owner=group%3Adefault%2Frisk&ownerScope=tree',
      ),
    );
    await waitFor(() =>
      expect(names()).toEqual([
        'fraud-features',
        'fraud-scoring',
        'risk-rules',
      ]),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Browser back' }));
    await waitFor(() => expect(names()).toHaveLength(20));
    expect(address()).toBe('/maturity/services');
  });

  it('asks for failing services when a check is chosen', async () => {
    const { list } = await show();
    await screen.findByRole('table', { name: 'Services' });

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Check' }),
      'Tests run before deployment',
    );

    await waitFor(() =>
      expect(address()).toBe(
        '/maturity/services?check=automated-tests&status=fail',
      ),
    );
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        { check: 'automated-tests', status: ['fail'], limit: 50 },
        expect.anything(),
      ),
    );
    expect(screen.getByRole('button', { name: 'Fails' })).toBeInTheDocument();
  });

  it('offers the levels of a chosen track only', async () => {
    await show('?track=sre&level=1');

    await screen.findByRole('table', { name: 'Services' });
    expect(screen.getByRole('button', { name: 'Bronze' })).toBeInTheDocument();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Track' }),
      'Any',
    );
    await waitFor(() => expect(address()).toBe('/maturity/services'));
    expect(
      screen.queryByRole('textbox', { name: 'Level' }),
    ).not.toBeInTheDocument();
  });

  it('searches when typing pauses, as one step of the history', async () => {
    const { list } = await show(
      '?cursor=50',
      new SampleMaturityApi({ services: MANY }),
    );
    await screen.findByRole('table', { name: 'Services' });
    const before = list.mock.calls.length;

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search by name' }),
      'service-01',
    );

    await waitFor(() =>
      expect(address()).toBe('/maturity/services?q=service-01'),
    );
    await waitFor(() => expect(names()).toHaveLength(10));
    expect(list.mock.calls.length - before).toBeLessThanOrEqual(2);
  });

  it('sorts by a column, then the other way round', async () => {
    await show();
    await screen.findByRole('table', { name: 'Services' });

    await userEvent.click(screen.getByRole('button', { name: 'DevOps' }));
    await waitFor(() =>
      expect(address()).toBe('/maturity/services?sort=level%3Adevops'),
    );
    expect(
      screen.getByRole('columnheader', { name: 'DevOps' }),
    ).toHaveAttribute('aria-sort', 'ascending');

    await userEvent.click(screen.getByRole('button', { name: 'DevOps' }));
    await waitFor(() => expect(names()[0]).toBe('design-system'));
    expect(address()).toBe('/maturity/services?sort=-level%3Adevops');
  });

  it('turns pages by cursor and comes back', async () => {
    await show('', new SampleMaturityApi({ services: MANY }));
    await screen.findByRole('table', { name: 'Services' });
    expect(screen.getAllByText('60 services')[0]).toBeInTheDocument();
    expect(
      screen.getAllByRole('button', { name: 'Previous page' })[0],
    ).toHaveAttribute('aria-disabled', 'true');

    const [next] = screen.getAllByRole('button', { name: 'Next page' });
    await userEvent.click(next);
    await waitFor(() => expect(names()[0]).toBe('service-050'));
    expect(address()).toBe('/maturity/services?cursor=50');
    expect(next).toHaveFocus();
    expect(next).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(next);
    expect(address()).toBe('/maturity/services?cursor=50');

    await userEvent.click(
      screen.getAllByRole('button', { name: 'Previous page' })[0],
    );
    await waitFor(() => expect(names()[0]).toBe('service-000'));
  });

  it('offers to clear the filters when nothing fits', async () => {
    await show('?q=nothing-like-this');

    expect(
      await screen.findByRole('heading', {
        name: 'No service fits these filters',
      }),
    ).toBeInTheDocument();
    const [, clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    await waitFor(() => expect(names()).toHaveLength(20));
    expect(address()).toBe('/maturity/services');
    expect(
      screen.getByRole('searchbox', { name: 'Search by name' }),
    ).toHaveFocus();
  });

  it('says in one place how many services fit, and that none does', async () => {
    await show();
    await screen.findByRole('table', { name: 'Services' });
    const status = screen.getByRole('status');
    expect(status).toHaveTextContent('20 services');

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search by name' }),
      'nothing-like-this',
    );

    await waitFor(() =>
      expect(status).toHaveTextContent('No service fits these filters'),
    );
    expect(screen.getByRole('status')).toBe(status);
  });

  it('shows a further filter again that the way back sets', async () => {
    await show('?tier=1');
    await screen.findByRole('button', { name: 'Tier 1' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Fewer filters' }),
    );
    expect(
      screen.getByRole('button', { name: 'More filters (1 in use)' }),
    ).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await screen.findByRole('button', { name: 'More filters' });

    await userEvent.click(screen.getByRole('button', { name: 'Browser back' }));

    expect(
      await screen.findByRole('button', { name: 'Tier 1' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Fewer filters' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('opens the further filters when the address uses one', async () => {
    await show('?type=library');

    expect(
      await screen.findByRole('button', { name: 'Library' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Fewer filters' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('keeps the rows when the next answer fails', async () => {
    const { list } = await show();
    await screen.findByRole('table', { name: 'Services' });
    list.mockRejectedValueOnce(new Error('The database is away.'));

    await userEvent.click(screen.getByRole('button', { name: 'Stage' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This could not be updated; you see what was known before',
    );
    expect(names()).toHaveLength(20);
  });

  it('says so when there are no services at all', async () => {
    await show('', new SampleMaturityApi({ services: [] }));

    expect(
      await screen.findByRole('heading', { name: 'No services yet' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('No services yet');
  });

  it('has no serious fault for assistive technology', async () => {
    await show('?track=devops&check=automated-tests&status=pass&type=service');
    await screen.findByRole('table', { name: 'Services' });

    expect(await seriousFaults(document.body)).toEqual([]);
  });
});

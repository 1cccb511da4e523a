import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi } from '../../../dev/sample';
import { narrowScreen, newSystem, seriousFaults } from '../../__testUtils__';

describe('narrow screens', () => {
  const { showPage } = newSystem;

  narrowScreen();

  it('list services one below the other, with an order to choose', async () => {
    await showPage(
      new SampleMaturityApi(),
      '/maturity/services?owner=group:default/payments',
    );

    const list = await screen.findByRole('list', { name: 'Services' });
    const names = () =>
      within(list)
        .getAllByRole('heading')
        .map(heading => heading.textContent);
    expect(names()).toEqual([
      'checkout',
      'invoice-pdf',
      'ledger',
      'payment-gateway',
    ]);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Sort by' }),
      'DevOps, descending',
    );
    await waitFor(() => expect(names()[0]).toBe('ledger'));
    expect(await seriousFaults(list)).toEqual([]);
  });

  it('list teams one below the other', async () => {
    await showPage(new SampleMaturityApi(), '/maturity/overview');

    const list = await screen.findByRole('list', { name: 'Teams and tracks' });
    const [first] = within(list).getAllByRole('heading');
    expect(first).toHaveTextContent('Logistics');
    expect(
      within(list).getAllByRole('img', { name: 'No level yet, 0 of 4' }).length,
    ).toBeGreaterThan(0);
  });
});

import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi } from '../../../../dev/sample';
import { daysIn, newSystem, seriousFaults } from '../../../__testUtils__';

const CHECK = 'golden-path-origin';

function region() {
  return screen.findByRole('region', { name: 'The last 90 days' });
}

describe('TrendSection', () => {
  const { showPage } = newSystem;

  async function show(change?: (api: SampleMaturityApi) => void) {
    const api = new SampleMaturityApi();
    change?.(api);
    await showPage(api, `/maturity/checks/${CHECK}`);
    return api;
  }

  it('draws a column for each counted day and says it in words', async () => {
    const api = await show();
    const { counts } = await api.getCheck(CHECK);

    const chart = await within(await region()).findByRole('img', {
      name: /^From Aug 26, 2026 to Nov 23, 2026: passes \d+, then \d+;/,
    });
    // Ninety days, three of which were not counted.
    expect(daysIn(chart)).toBe(87);
    expect(chart.querySelectorAll('[data-part="definitions"]')).toHaveLength(1);
    expect(await region()).toHaveTextContent(`${counts.pass} services pass, `);
    expect(await region()).toHaveTextContent('more than on Aug 26, 2026.');
  });

  it('gives the numbers as a table', async () => {
    const api = await show();
    const { counts } = await api.getCheck(CHECK);
    const open = await within(await region()).findByRole('button', {
      name: 'Show as a table',
    });
    expect(open).toHaveAttribute('aria-expanded', 'false');

    await userEvent.click(open);

    const table = screen.getByRole('table', {
      name: 'Days on which a number changed',
    });
    const rows = within(table).getAllByRole('row');
    expect(
      within(rows[rows.length - 1])
        .getAllByRole('cell')
        .map(({ textContent }) => Number(textContent)),
    ).toEqual([counts.pass, counts.exempt, counts.unknown, counts.fail]);
    expect(rows[rows.length - 1]).toHaveTextContent('Nov 23, 2026');
    expect(within(table).getByText(/Definitions changed/)).toBeInTheDocument();
    expect(await seriousFaults(await region())).toEqual([]);
  });

  it.each([
    [1, 'So far only one day has been counted, Nov 23, 2026'],
    [0, 'No day has been counted yet.'],
  ])('says that %d days are no trend', async (days, text) => {
    await show(api => {
      const items = api.listSnapshots({ check: [CHECK], days });
      jest.spyOn(api, 'listSnapshots').mockReturnValue(items);
    });

    expect(
      await within(await region()).findByText(new RegExp(text)),
    ).toBeInTheDocument();
    expect(
      within(await region()).queryByRole('button'),
    ).not.toBeInTheDocument();
  });

  it('says so when the organization may not be counted for you', async () => {
    await show(api =>
      jest
        .spyOn(api, 'listSnapshots')
        .mockRejectedValue(new NotAllowedError('Unauthorized')),
    );

    expect(
      await within(await region()).findByText(/The trend counts the whole/),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Who fails' })).toBeVisible();
  });

  it('says what failed and tries again', async () => {
    await show(api =>
      jest
        .spyOn(api, 'listSnapshots')
        .mockRejectedValueOnce(new Error('The database is away.')),
    );

    expect(await within(await region()).findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await within(await region()).findByRole('img', { name: /^From/ }),
    ).toBeInTheDocument();
  });
});

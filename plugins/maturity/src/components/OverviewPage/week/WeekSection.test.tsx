import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changesOf, SampleMaturityApi, services } from '../../../../dev/sample';
import { newSystem, seriousFaults } from '../../../__testUtils__';

function region() {
  return screen.findByRole('region', { name: 'What changed this week' });
}

describe('WeekSection', () => {
  const { showPage } = newSystem;

  async function show(change: (api: SampleMaturityApi) => void = () => {}) {
    const api = new SampleMaturityApi();
    change(api);
    await showPage(api, '/maturity/overview');
    return api;
  }

  it('tells which services rose and fell, each with a way to its story', async () => {
    await show();

    const list = await within(await region()).findByRole('list', {
      name: 'Services whose level changed, the most important first',
    });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('checkout');
    expect(first).toHaveTextContent('Tier 1');
    expect(first).toHaveTextContent('DevOps rose from Bronze to Silver');
    expect(first).toHaveTextContent('SRE fell from Silver to Bronze');
    expect(
      within(first).getByRole('link', { name: 'checkout' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/maturity');
    expect(list).toHaveTextContent('SRE applies now: Bronze');
    expect(await region()).toHaveTextContent(
      '3 services rose. 2 services fell.',
    );
    expect(await seriousFaults(await region())).toEqual([]);
  });

  it('compares the numbers with those of a week ago', async () => {
    const api = await show();
    const { items } = await api.listSnapshots({ days: 8 });

    const table = await within(await region()).findByRole('table', {
      name: 'Services by stage, then and now',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map(row =>
        Array.from(row.querySelectorAll('th, td'), cell => cell.textContent),
      );
    expect(rows[0]).toEqual([
      'Stage',
      'Nov 16, 2026',
      'Nov 23, 2026',
      'Change',
    ]);
    const [then] = items;
    const now = items[7];
    expect(rows[2]).toEqual([
      'Starting',
      String(then.stages.starting),
      String(now.stages.starting),
      'none',
    ]);
    expect(rows[4]).toEqual([
      'SRE',
      String(then.stages.sre),
      String(now.stages.sre),
      '−1',
    ]);
    expect(rows.at(-1)).toEqual(['All services', '20', '20', 'none']);
  });

  it.each([
    [
      'a first run',
      { recordedSince: null },
      'Nothing has been counted yet. Changes appear here after',
    ],
    [
      'less than a week',
      { recordedSince: '2026-11-20' },
      'Changes are kept since Nov 20, 2026, which is less than a week',
    ],
    [
      'less than a week without a change',
      { recordedSince: '2026-11-20', items: [], changed: 0, rose: 0, fell: 0 },
      'No service has another level than on Nov 20, 2026.',
    ],
    [
      'a quiet week',
      { items: [], changed: 0, rose: 0, fell: 0 },
      'No service has another level than seven days ago.',
    ],
    [
      'a week with more than is looked at',
      { complete: false },
      'More has changed than is counted here.',
    ],
    ['a lively week', { changed: 12 }, '7 more services have changed.'],
  ])('is honest about %s', async (_, change, text) => {
    await show(api =>
      jest
        .spyOn(api, 'listChanges')
        .mockResolvedValue({ ...changesOf(services), ...change }),
    );

    expect(
      await within(await region()).findByText(text, { exact: false }),
    ).toBeInTheDocument();
  });

  it('shows the changes without the numbers of the organization to those who may not know them', async () => {
    await show(api =>
      jest
        .spyOn(api, 'listSnapshots')
        .mockRejectedValue(new NotAllowedError('Unauthorized')),
    );

    expect(
      await within(await region()).findByText(
        /These numbers count the whole organization/,
      ),
    ).toBeInTheDocument();
    expect(
      within(await region()).getByRole('link', { name: 'ledger' }),
    ).toBeInTheDocument();
  });

  it('has nothing to compare with on the first day', async () => {
    await show(api => {
      const list = api.listSnapshots({ days: 1 });
      jest.spyOn(api, 'listSnapshots').mockReturnValue(list);
    });

    expect(
      await within(await region()).findByText(
        'There is no earlier day to compare with yet.',
      ),
    ).toBeInTheDocument();
  });

  it('says what failed and tries again, beside the rest of the page', async () => {
    await show(api =>
      jest
        .spyOn(api, 'listChanges')
        .mockRejectedValueOnce(new Error('The database is away.')),
    );

    expect(await within(await region()).findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    expect(screen.getByText('Teams and tracks')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await within(await region()).findByRole('link', { name: 'ledger' }),
    ).toBeInTheDocument();
  });
});

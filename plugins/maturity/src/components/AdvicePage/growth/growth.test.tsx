import type { SnapshotList } from '@backstage-maturity/plugin-maturity-common';
import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi } from '../../../../dev/sample';
import { daysIn, newSystem, seriousFaults } from '../../../__testUtils__';

type Crossing = SnapshotList['crossings'][number];

const STACKS: Crossing = {
  ruleId: 'S1',
  track: 'sre',
  origin: 'article',
  claims: [43],
  measure: 'stacks',
  holds: true,
  from: 3,
  to: 4,
  threshold: 3,
  before: '2026-11-10',
  day: '2026-11-12',
  newDefinitions: false,
};

const region = () =>
  screen.findByRole('region', { name: 'How you have grown' });

describe('The growth', () => {
  const { showPage } = newSystem;

  async function show(change: (api: SampleMaturityApi) => void = () => {}) {
    const api = new SampleMaturityApi();
    change(api);
    await showPage(api, '/maturity/advice');
    await screen.findByRole('region', { name: 'Do next' });
  }

  async function showCrossed(...crossings: Crossing[]) {
    await show(api => {
      jest.spyOn(api, 'listSnapshots').mockResolvedValue({
        items: [],
        crossings,
      });
    });
    return (await screen.findByText(/^You crossed/)).closest<HTMLElement>(
      '[role="note"]',
    )!;
  }

  it('draws teams, services and stacks, and says them in words', async () => {
    await show();

    const charts = await within(await region()).findAllByRole('img');
    expect(charts.map(chart => chart.getAttribute('aria-label'))).toEqual([
      'Teams: 2 on Sep 9, 2026, 7 on Nov 23, 2026.',
      'Running services: 8 on Sep 9, 2026, 20 on Nov 23, 2026.',
      'Stacks in production: 2 on Sep 9, 2026, 3 on Nov 23, 2026.',
    ]);
    // Seventy-six days on which signals were counted, three of which are missing.
    expect(charts.map(daysIn)).toEqual([73, 73, 73]);
    expect(await region()).toHaveTextContent('7, 5 more than on Sep 9, 2026.');
    await userEvent.click(
      within(await region()).getByRole('button', {
        name: 'Show as a table: Teams',
      }),
    );
    expect(
      within(
        screen.getByRole('table', {
          name: 'Days on which a number of Teams changed',
        }),
      ).getByRole('row', { name: /Nov 23, 2026/ }),
    ).toHaveTextContent('7');
    expect(await seriousFaults(await region())).toEqual([]);
  });

  it('tells which threshold was crossed, when, and whose it is', async () => {
    const notice = await showCrossed(STACKS);

    expect(notice).toHaveTextContent('You crossed a threshold');
    expect(notice).toHaveTextContent(
      'Stacks in production: from 3 to 4, between Nov 10, 2026 and Nov 12, 2026.',
    );
    expect(notice).toHaveTextContent(
      'Production runs on 4 stacks; with more than 3, keeping them reliable needs a practice of its own.',
    );
    expect(notice).toHaveTextContent('SREthreshold 3 the article’s');
    expect(notice).not.toHaveTextContent('Definitions changed');
    await userEvent.click(
      within(notice).getByRole('button', {
        name: 'Claim 43: what the article says',
      }),
    );
    expect(
      screen.getByRole('dialog', { name: 'What the article says' }),
    ).toHaveTextContent('More than three distinct stacks.');
    await userEvent.keyboard('{Escape}');
    expect(await seriousFaults(notice)).toEqual([]);
  });

  it('says what is over, and what may be the reason', async () => {
    const over = { ...STACKS, holds: false, origin: 'ours' as const };
    const notice = await showCrossed(
      { ...over, newDefinitions: true },
      { ...over, ruleId: 'PB1', track: 'platform', measure: 'developers' },
      { ...over, ruleId: 'G1', track: 'devops', measure: 'productionServices' },
      { ...over, ruleId: 'S5', measure: 'legacyCriticalShare', from: 0.6 },
      { ...over, ruleId: 'P1', measure: 'teams' },
    );

    expect(notice).toHaveTextContent('You crossed 5 thresholds');
    expect(notice).toHaveTextContent(
      'It no longer speaks for SRE. Definitions changed in between, which may be the reason.',
    );
    expect(notice).toHaveTextContent(
      'It no longer speaks against Platform Engineering.',
    );
    expect(notice).toHaveTextContent('You are past exploring.');
    expect(notice).toHaveTextContent('from 60% to 400%');
    expect(notice).toHaveTextContent('The architecture no longer comes first.');
    expect(notice).toHaveTextContent('and 1 more in the last 90 days');
    expect(within(notice).getAllByRole('listitem')).toHaveLength(4);
  });

  it.each([
    [1, /^So far only one day has been counted, Nov 23, 2026/],
    [0, /^No day has been counted yet\./],
  ])('says that %d days are no trend, and no notice', async (days, text) => {
    await show(api => {
      const list = api.listSnapshots({ days });
      jest.spyOn(api, 'listSnapshots').mockReturnValue(list);
    });

    expect(await within(await region()).findByText(text)).toBeVisible();
    expect(screen.queryByText(/^You crossed/)).not.toBeInTheDocument();
  });

  it('says so when the organization may not be counted for you', async () => {
    await show(api => {
      jest
        .spyOn(api, 'listSnapshots')
        .mockRejectedValue(new NotAllowedError('Unauthorized'));
    });

    expect(
      await within(await region()).findByText(/who may read every scorecard/),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what failed, beside the advice, and tries again', async () => {
    await show(api => {
      jest
        .spyOn(api, 'listSnapshots')
        .mockRejectedValueOnce(new Error('The database is away.'));
    });

    expect(await within(await region()).findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await within(await region()).findAllByRole('img')).toHaveLength(3);
  });
});

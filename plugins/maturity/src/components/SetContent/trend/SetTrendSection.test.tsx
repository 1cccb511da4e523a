import { stringifyEntityRef } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi } from '../../../../dev/sample';
import {
  componentOf,
  daysIn,
  newSystem,
  seriousFaults,
} from '../../../__testUtils__';

const SETS = [
  ['Group', 'payments'],
  ['System', 'shop'],
  ['Domain', 'commerce'],
] as const;

function region() {
  return screen.findByRole('region', { name: 'The last 90 days' });
}

describe('SetTrendSection', () => {
  const { showSetTab } = newSystem;

  async function show(
    change: (api: SampleMaturityApi) => void = () => {},
    { kind, name } = { kind: 'Group', name: 'payments' },
  ) {
    const api = new SampleMaturityApi();
    change(api);
    const entity = { ...componentOf(name), kind, spec: {} };
    await showSetTab(api, entity);
    return { api, ref: stringifyEntityRef(entity) };
  }

  /** The sample answers with some of its days. */
  function days(count: number, restricted = false) {
    return (api: SampleMaturityApi) => {
      const list = api.listRollUpSnapshots('group:default/payments', {
        days: count,
      });
      jest
        .spyOn(api, 'listRollUpSnapshots')
        .mockImplementation(async () => ({ ...(await list), restricted }));
    };
  }

  it.each(SETS)(
    'draws the levels of a %s on each track and says them in words',
    async (kind, name) => {
      const { api, ref } = await show(undefined, { kind, name });
      const { item } = await api.getRollUp(ref);

      const charts = await within(await region()).findAllByRole('img', {
        name: /services by level\. Aug 26, 2026: .*\. Nov 23, 2026: /,
      });
      expect(charts).toHaveLength(3);
      // Ninety days, three of which were not counted.
      expect(daysIn(charts[0])).toBe(87);
      const { histogram } = item.rollUp.tracks.devops;
      const counts = ['No level yet', 'Bronze', 'Silver', 'Gold', 'Platinum']
        .map((word, level) => `${word} ${histogram[level]}`)
        .reverse();
      expect(charts[0].getAttribute('aria-label')).toContain(
        `Nov 23, 2026: ${counts.join(', ')}.`,
      );
      expect(await region()).toHaveTextContent(
        `${item.rollUp.total} services, as many as on Aug 26, 2026.`,
      );
      expect(await region()).toHaveTextContent(
        /levels earned, \d+ more than on Aug 26, 2026\./,
      );
    },
  );

  it('gives the numbers of a track as a table', async () => {
    await show();
    await userEvent.click(
      await within(await region()).findByRole('button', {
        name: 'Show as a table: SRE',
      }),
    );

    const table = screen.getByRole('table', {
      name: 'Days on which a number of SRE changed',
    });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(head => head.textContent),
    ).toEqual([
      'Day (UTC)',
      'Platinum',
      'Gold',
      'Silver',
      'Bronze',
      'No level yet',
    ]);
    expect(await seriousFaults(await region())).toEqual([]);
  });

  it.each([
    [1, false, 'So far only one day has been counted, Nov 23, 2026'],
    [0, false, 'No day has been counted yet.'],
    [1, true, 'you see the days on which exactly the services of today'],
    [0, true, 'There is no trend that you may see.'],
    [90, true, 'you see the days on which exactly the services of today'],
  ])(
    'tells of %d days, restricted %s, how they are to be read',
    async (count, restricted, text) => {
      await show(days(count, restricted));

      expect(
        await within(await region()).findByText(new RegExp(text)),
      ).toBeInTheDocument();
      expect(within(await region()).queryAllByRole('img')).toHaveLength(
        count > 1 ? 3 : 0,
      );
    },
  );

  it('says what failed, beside all that could be read, and tries again', async () => {
    await show(api =>
      jest
        .spyOn(api, 'listRollUpSnapshots')
        .mockRejectedValueOnce(new Error('The database is away.')),
    );

    expect(await within(await region()).findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    expect(
      screen.getByRole('region', { name: 'Levels per track' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await within(await region()).findAllByRole('img', {
        name: /services by level/,
      }),
    ).toHaveLength(3);
  });
});

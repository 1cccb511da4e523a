import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detailOf, SampleMaturityApi, services } from '../../../dev/sample';
import { componentOf, newSystem, seriousFaults } from '../../__testUtils__';

function region() {
  return screen.findByRole('region', { name: 'What changed' });
}

async function timeline() {
  return within(await region()).findByRole('list', {
    name: 'Changes, newest first',
  });
}

/** The entries, without the lists inside of them. */
function entries(list: HTMLElement): HTMLElement[] {
  return within(list)
    .getAllByRole('listitem')
    .filter(item => item.parentElement === list);
}

describe('HistorySection', () => {
  const { showTab } = newSystem;

  async function show(name = 'checkout', api = new SampleMaturityApi()) {
    await showTab(api, componentOf(name));
    return api;
  }

  it('tells what changed from what to what, newest first', async () => {
    await show();

    const [newest, next] = entries(await timeline());
    expect(newest).toHaveTextContent('Stage rose from Starting to DevOps');
    expect(newest).toHaveTextContent('DevOps rose from Bronze to Silver');
    expect(newest).toHaveTextContent('SRE fell from Silver to Bronze');
    expect(newest).toHaveTextContent(
      'Code is scanned automatically passes now, was unknown before',
    );
    expect(next).toHaveTextContent('Platform Engineering applies now: Silver');
  });

  it('says when, with the exact moment on hover and beside it', async () => {
    await show();

    const [newest] = entries(await timeline());
    const time = newest.querySelector('time')!;
    expect(time).toHaveAttribute('datetime', '2026-11-20T14:05:00.000Z');
    expect(time.title).toMatch(/November 20, 2026/);
    expect(newest).toHaveTextContent(/Nov 20, 2026, \d+:05\sPM \S+/);
  });

  it('tells by which evidence a verdict changed, and why it was otherwise', async () => {
    await show();

    const [newest] = entries(await timeline());
    const line = within(newest)
      .getByRole('link', { name: 'Code is scanned automatically' })
      .closest('li')!;
    expect(line).toHaveTextContent('.github/workflows/codeql.yaml: analyze');
    expect(
      within(line).getByRole('img', {
        name: 'Observed: seen in files or telemetry',
      }),
    ).toBeInTheDocument();
    expect(line).toHaveTextContent(/Before: .*maturity\/sast/);
  });

  it('leads from a change to the page of its check', async () => {
    await show();

    const [newest] = entries(await timeline());
    expect(
      within(newest).getByRole('link', {
        name: 'Code is scanned automatically',
      }),
    ).toHaveAttribute('href', '/maturity/checks/static-analysis');
  });

  it('marks changed definitions, and folds the many changes they bring', async () => {
    await show();

    const [, byDefinitions, retired] = entries(await timeline());
    expect(byDefinitions).toHaveTextContent(
      'Definitions changed. Other definitions are in force since then',
    );
    expect(within(byDefinitions).getAllByRole('link')).toHaveLength(5);
    const more = within(byDefinitions).getByRole('button', {
      name: /^Show \d+ more checks$/,
    });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(more);
    expect(within(byDefinitions).getAllByRole('link').length).toBeGreaterThan(
      10,
    );
    expect(retired).toHaveTextContent(
      'retired-check does not apply any more, failed before',
    );
    expect(within(retired).queryByRole('link')).not.toBeInTheDocument();
  });

  it('loads earlier changes by keyboard and keeps the focus', async () => {
    await show();
    expect(entries(await timeline())).toHaveLength(10);

    const more = screen.getByRole('button', { name: 'Show earlier changes' });
    more.focus();
    await userEvent.keyboard('{Enter}');

    await waitFor(async () =>
      expect(entries(await timeline())).toHaveLength(15),
    );
    expect(screen.getByText('15 changes shown')).toHaveAttribute(
      'role',
      'status',
    );
    expect(screen.getByText('Nothing earlier is kept.')).toBeInTheDocument();
  });

  it('keeps what is shown when earlier changes cannot be had, and tries again', async () => {
    const api = await show();
    await timeline();
    jest
      .spyOn(api, 'getHistory')
      .mockRejectedValueOnce(new Error('The database is away.'));

    await userEvent.click(
      screen.getByRole('button', { name: 'Show earlier changes' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    expect(entries(await timeline())).toHaveLength(10);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () =>
      expect(entries(await timeline())).toHaveLength(15),
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that nothing has changed', async () => {
    await show('ledger');

    expect(
      await within(await region()).findByText(
        'Nothing has changed since it was first evaluated',
      ),
    ).toBeInTheDocument();
  });

  it('does not take the scorecard away when the history fails', async () => {
    const api = new SampleMaturityApi();
    jest
      .spyOn(api, 'getHistory')
      .mockRejectedValueOnce(new Error('No history today.'));
    await show('checkout', api);

    expect(await within(await region()).findByRole('alert')).toHaveTextContent(
      'No history today.',
    );
    expect(screen.getByRole('region', { name: 'Tracks' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(entries(await timeline())).toHaveLength(10);
  });

  it('reads the history again after an evaluation', async () => {
    const api = await show();
    await timeline();
    const history = jest.spyOn(api, 'getHistory');
    const detail = detailOf(services[0]);
    jest.spyOn(api, 'refreshScorecard').mockResolvedValue({
      ...detail,
      summary: { ...detail.summary, evaluatedAt: '2026-11-23T10:00:00.000Z' },
      catalogRead: 'moved',
    });

    await userEvent.click(
      screen.getByRole('button', { name: 'Evaluate again' }),
    );

    await waitFor(() => expect(history).toHaveBeenCalledTimes(1));
    expect(history).toHaveBeenCalledWith(
      'component:default/checkout',
      { limit: 10 },
      expect.anything(),
    );
  });

  it('has no serious fault for assistive technology', async () => {
    await show();
    await timeline();

    expect(await seriousFaults(await region())).toEqual([]);
  });
});

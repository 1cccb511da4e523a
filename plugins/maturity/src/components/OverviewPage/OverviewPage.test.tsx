import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  failedSweeps,
  firstSweep,
  SampleMaturityApi,
  services,
} from '../../../dev/sample';
import { newSystem, seriousFaults } from '../../__testUtils__';

function region(name: string) {
  return screen.findByRole('region', { name });
}

describe('OverviewPage', () => {
  const { showPage } = newSystem;

  const show = (api: SampleMaturityApi) => showPage(api, '/maturity/overview');

  it('leads with the advice and what to do next', async () => {
    await show(new SampleMaturityApi());

    const lead = await region('What your organization needs next');
    expect(lead).toHaveTextContent('Work on DevOps practices now; next SRE');
    expect(
      within(lead).getByRole('link', { name: '7 services' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?check=automated-tests&status=fail',
    );
  });

  it('shows how many services stand at each stage, with a way to them', async () => {
    await show(new SampleMaturityApi());

    const stages = await region('Where your services stand');
    expect(
      within(stages).getByRole('link', { name: 'Starting: 7 services' }),
    ).toHaveAttribute('href', '/maturity/services?stage=starting');
    expect(
      within(stages).getByRole('list', { name: 'Stage: Starting.' }),
    ).toBeInTheDocument();
    expect(
      within(stages).getByRole('link', {
        name: '1 leaving',
      }),
    ).toHaveAttribute('href', '/maturity/services?lifecycle=deprecated');
  });

  it('shows the levels of each track, with a way to the services at a level', async () => {
    await show(new SampleMaturityApi());

    const devops = await screen.findByRole('list', {
      name: 'DevOps: services by level',
    });
    expect(
      within(devops).getByRole('link', { name: '6 Silver' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?track=devops&level=2&lifecycle=production',
    );
  });

  it('puts the team with most to gain first', async () => {
    await show(new SampleMaturityApi());

    const table = await screen.findByRole('table', {
      name: 'Teams and tracks',
    });
    const teams = within(table).getAllByRole('rowheader');
    expect(teams.map(team => team.textContent)).toEqual([
      'Logistics',
      'Accounts',
      'Payments',
      'Discovery',
      'Risk',
      'Storefront',
    ]);
    expect(
      within(table).getByRole('link', { name: 'Logistics' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?owner=group%3Adefault%2Flogistics&ownerScope=tree',
    );
  });

  it('lists five fixes with the services that they would lift', async () => {
    await show(new SampleMaturityApi());

    const fixes = await region('Fixes that lift most services');
    expect(within(fixes).getAllByRole('listitem')).toHaveLength(5);
    expect(
      within(fixes).getAllByRole('link', { name: '9 services fail it' })[0],
    ).toHaveAttribute(
      'href',
      '/maturity/services?check=golden-path-origin&status=fail&lifecycle=production',
    );
  });

  it('says since when the catalog could not be read', async () => {
    await show(new SampleMaturityApi({ sweeps: failedSweeps }));

    const freshness = await screen.findByRole('note');
    expect(freshness).toHaveTextContent('The catalog could not be read');
    expect(freshness).toHaveTextContent(
      'What went wrong: The catalog failed at page 7 with status 503.',
    );
    const times = freshness.querySelectorAll('time');
    expect(Array.from(times, time => time.dateTime)).toEqual([
      '2026-11-23T10:30:04.000Z',
      '2026-11-23T09:30:00.000Z',
    ]);
  });

  it('names every mistake in the configuration', async () => {
    await show(
      new SampleMaturityApi({
        problems: [
          {
            path: 'maturity.checks.threat-model.weight',
            value: '"heavy"',
            expected: 'a whole number from 1 to 100',
            check: 'threat-model',
          },
          {
            path: 'maturity.rollUpShare',
            value: '8',
            expected: 'a number from 0 to 1',
          },
        ],
      }),
    );

    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent('2 mistakes in the configuration');
    expect(note).toHaveTextContent(
      'maturity.checks.threat-model.weight is "heavy"; expected a whole number from 1 to 100. The check "threat-model" is off until then.',
    );
  });

  it('waits for the first sweep and then shows the overview by itself', async () => {
    const before = new SampleMaturityApi({ services: [], sweeps: firstSweep });
    const after = new SampleMaturityApi();
    const rollUps = jest.spyOn(before, 'listRollUps');
    const sweeps = jest.spyOn(before, 'listSweeps');
    await show(before);

    const title = await screen.findByText(
      'The first reading of the catalog is under way',
    );
    expect(title.closest('[role="status"]')).toHaveTextContent(
      '12 services read so far.',
    );

    rollUps.mockImplementation(query => after.listRollUps(query));
    sweeps.mockImplementation(() => after.listSweeps());
    expect(await screen.findByText('Teams and tracks')).toBeInTheDocument();
  });

  it('says so when the catalog is empty', async () => {
    await show(new SampleMaturityApi({ services: [] }));

    expect(await screen.findByText('No services yet')).toBeInTheDocument();
  });

  it('shows the rest when there is no advice', async () => {
    const api = new SampleMaturityApi();
    jest.spyOn(api, 'getAdvice').mockRejectedValue(new Error('no signals'));
    await show(api);

    expect(
      await screen.findByText('There is no advice at the moment.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Teams and tracks')).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const api = new SampleMaturityApi();
    const definitions = jest
      .spyOn(api, 'getDefinitions')
      .mockRejectedValueOnce(new Error('The database is away.'));
    await show(api);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This could not be loaded');
    expect(alert).toHaveTextContent('The database is away.');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Teams and tracks')).toBeInTheDocument();
    expect(definitions).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('explains a word on request', async () => {
    await show(new SampleMaturityApi({ services: services.slice(0, 3) }));

    await userEvent.click(
      await screen.findByRole('button', { name: 'What does "Stage" mean?' }),
    );
    expect(screen.getByRole('dialog', { name: 'Stage' })).toHaveTextContent(
      'A service grows from exploring to starting',
    );
    await userEvent.keyboard('{Escape}');
  });

  it('has no serious fault for assistive technology', async () => {
    await show(new SampleMaturityApi({ sweeps: failedSweeps }));
    await screen.findByText('Teams and tracks');

    expect(await seriousFaults(document.body)).toEqual([]);
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failedSweeps, SampleMaturityApi } from '../../../dev/sample';
import { newSystem, seriousFaults } from '../../__testUtils__';

describe('OperatorPage', () => {
  const { showPage } = newSystem;

  it('shows the sweeps with what went wrong, and the missing facts', async () => {
    const api = new SampleMaturityApi({ sweeps: failedSweeps });
    await showPage(api, '/maturity/operator');

    const sweeps = await screen.findByRole('table', {
      name: 'Readings of the catalog',
    });
    expect(sweeps).toHaveTextContent(
      'The catalog failed at page 7 with status 503.',
    );
    expect(sweeps).toHaveTextContent('4.0 s');
    expect(screen.getByText('1 of the last 2 failed.')).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Facts that are missing most' }),
    ).toHaveTextContent('unknown for');
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('shows the newest eight sweeps, and all of them on request', async () => {
    const [newest] = failedSweeps.slice(-1);
    const many = Array.from({ length: 20 }, (_, index) => ({
      ...newest,
      id: newest.id + index,
    }));
    await showPage(
      new SampleMaturityApi({ sweeps: many }),
      '/maturity/operator',
    );
    const table = await screen.findByRole('table', {
      name: 'Readings of the catalog',
    });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(8);

    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 20 readings' }),
    );

    expect(within(table).getAllByRole('rowheader')).toHaveLength(20);
    expect(
      screen.getByRole('button', { name: 'Show fewer readings' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('says so when the caller may not see it', async () => {
    const api = new SampleMaturityApi();
    const refused = new Error('no');
    refused.name = 'NotAllowedError';
    jest.spyOn(api, 'listSweeps').mockRejectedValue(refused);
    await showPage(api, '/maturity/operator');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
  });
});

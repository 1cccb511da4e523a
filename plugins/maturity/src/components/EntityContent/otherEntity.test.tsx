import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityMaturityContent } from '../..';
import { detailOf, SampleMaturityApi, services } from '../../../dev/sample';
import { componentOf, showEntities } from '../../__testUtils__';

const [checkout] = services;

/** The tab of a service, in a page that goes on to others. */
async function show(api = new SampleMaturityApi()) {
  const page = await showEntities({
    api,
    first: componentOf('checkout'),
    part: <EntityMaturityContent />,
  });
  await screen.findByRole('region', { name: 'Stage' });
  return { api, ...page };
}

/** The tab of a service whose scorecard is at hand, because it was shown before. */
async function showAfterLedger() {
  const page = await show();
  await page.go(componentOf('ledger'));
  await screen.findByRole('list', {
    name: 'Stage: Platform. Target: Platform.',
  });
  await page.go(componentOf('checkout'));
  await screen.findByRole('list', { name: 'Stage: DevOps. Target: Platform.' });
  return page;
}

describe('EntityContent, on the way to another entity', () => {
  it('shows nothing of the one before while the other is read, nor when that fails', async () => {
    const { api, go } = await show();
    const refresh = jest.spyOn(api, 'refreshScorecard');
    let fail: () => void = () => {};
    jest.spyOn(api, 'getScorecard').mockReturnValueOnce(
      new Promise((_, reject) => {
        fail = () => reject(new Error('The database is away.'));
      }),
    );

    await go(componentOf('ledger'));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();

    fail();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Evaluate again' }),
    ).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Evaluate again' }),
    );
    expect(refresh.mock.calls).toEqual([['component:default/ledger']]);
  });

  it('does not take a refresh of the one before for its own', async () => {
    const { api, go, reloadEntity } = await showAfterLedger();
    let finish: () => void = () => {};
    jest.spyOn(api, 'refreshScorecard').mockReturnValue(
      new Promise(resolve => {
        finish = () =>
          resolve({ ...detailOf(checkout), catalogRead: 'unchanged' });
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Evaluate again' }),
    );
    await go(componentOf('ledger'));
    expect(
      screen.getByRole('button', { name: 'Evaluate again' }),
    ).toBeEnabled();

    await act(async () => finish());

    expect(
      screen.getByRole('list', { name: 'Stage: Platform. Target: Platform.' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/The catalog had nothing new/)).toBeNull();
    expect(reloadEntity).not.toHaveBeenCalled();
  });

  it('reads the entity again after its own refresh', async () => {
    const { reloadEntity } = await show();

    await userEvent.click(
      screen.getByRole('button', { name: 'Evaluate again' }),
    );

    expect(
      await screen.findByText(/The catalog had nothing new/),
    ).toBeInTheDocument();
    expect(reloadEntity).toHaveBeenCalledTimes(1);
  });

  it('says nothing of how a refresh of the one before went', async () => {
    const { go } = await showAfterLedger();
    await userEvent.click(
      screen.getByRole('button', { name: 'Evaluate again' }),
    );
    await screen.findByText(/The catalog had nothing new/);

    await go(componentOf('ledger'));

    expect(screen.queryByText(/The catalog had nothing new/)).toBeNull();
  });

  it('closes the form of the one before', async () => {
    const { go } = await showAfterLedger();
    await userEvent.click(screen.getByRole('button', { name: 'Annotate' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Annotate checkout',
    });
    await userEvent.selectOptions(within(dialog).getByLabelText('Tier'), '4');

    await go(componentOf('ledger'));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Annotate' }));
    expect(
      within(
        await screen.findByRole('dialog', { name: 'Annotate ledger' }),
      ).getByLabelText('Tier'),
    ).toHaveValue('');
  });

  it('folds what was unfolded for the one before', async () => {
    const { go } = await showAfterLedger();
    const folds = () => screen.getAllByRole('button', { name: /^(Show|Hide)/ });
    for (const fold of folds()) await userEvent.click(fold);

    await go(componentOf('ledger'));

    for (const fold of folds()) {
      expect(fold).toHaveAttribute('aria-expanded', 'false');
    }
  });

  it('shows no history of the one before', async () => {
    const { api, go } = await showAfterLedger();
    await screen.findByRole('list', { name: 'Changes, newest first' });
    jest
      .spyOn(api, 'getHistory')
      .mockRejectedValue(new Error('The past is away.'));

    await go(componentOf('ledger'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The past is away.',
    );
    expect(
      screen.queryByRole('list', { name: 'Changes, newest first' }),
    ).not.toBeInTheDocument();
  });
});

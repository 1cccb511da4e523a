import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi } from '../../../dev/sample';
import { componentOf, newSystem, seriousFaults } from '../../__testUtils__';

describe('What was typed', () => {
  const { showTab } = newSystem;

  async function annotate() {
    await showTab(new SampleMaturityApi(), componentOf('checkout'));
    const button = await screen.findByRole('button', { name: 'Annotate' });
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog', {
      name: 'Annotate checkout',
    });
    return { button, dialog };
  }

  it('is kept by Escape, which asks first', async () => {
    const { dialog } = await annotate();
    const tier = within(dialog).getByLabelText('Tier');
    await userEvent.selectOptions(tier, '1');
    tier.focus();

    await userEvent.keyboard('{Escape}');

    const question = screen.getByRole('alertdialog', {
      name: 'Discard what you entered?',
    });
    expect(
      within(question).getByRole('button', { name: 'Keep editing' }),
    ).toHaveFocus();
    expect(await seriousFaults(question)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(tier).toHaveValue('1');
  });

  it('is discarded only when that is asked for, and the focus goes back', async () => {
    const { button, dialog } = await annotate();
    await userEvent.selectOptions(within(dialog).getByLabelText('Tier'), '1');

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });

  it('is nothing when it is what stands there already', async () => {
    const { dialog } = await annotate();
    const owner = within(dialog).getByLabelText('Owner');
    await userEvent.type(owner, 'x');
    await userEvent.type(owner, '{backspace}');

    await userEvent.keyboard('{Escape}{Escape}');

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('outlives the check that it was typed for', async () => {
    const api = new SampleMaturityApi();
    await showTab(api, componentOf('checkout'));
    const fix = await screen.findAllByRole('button', {
      name: 'Fix this: Code is scanned automatically',
    });
    await userEvent.click(fix[0]);
    const dialog = await screen.findByRole('dialog', { name: /^Fix: / });

    // A sweep finds that it passes, while the form is open.
    const detail = await api.getScorecard('component:default/checkout');
    const { scorecard } = detail;
    const results = scorecard.results.map(result =>
      result.check === 'static-analysis'
        ? { ...result, status: 'pass' as const, remedy: '' }
        : result,
    );
    api.getScorecard = async () => ({
      ...detail,
      nextLevels: [],
      scorecard: { ...scorecard, results },
    });
    await screen.findByText(
      'Nothing is open. You have reached every level that is asked.',
      {},
      { timeout: 15_000 },
    );

    expect(dialog).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Annotate' })).toHaveFocus();
  }, 30_000);
});

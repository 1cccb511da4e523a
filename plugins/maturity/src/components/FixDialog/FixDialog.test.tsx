import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi } from '../../../dev/sample';
import { componentOf, newSystem, seriousFaults } from '../../__testUtils__';

describe('FixDialog', () => {
  const { showTab } = newSystem;

  async function annotate() {
    await showTab(new SampleMaturityApi(), componentOf('checkout'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Annotate' }),
    );
    return screen.findByRole('dialog', { name: 'Annotate checkout' });
  }

  it('is filled with what is known, and changes nothing by itself', async () => {
    const dialog = await annotate();

    expect(within(dialog).getByLabelText('Owner')).toHaveValue('payments');
    expect(dialog).toHaveTextContent(
      'Nothing yet. Every change is shown here before anything happens.',
    );
    expect(await seriousFaults(dialog)).toEqual([]);
  });

  it('shows the difference before anything happens', async () => {
    const dialog = await annotate();

    await userEvent.selectOptions(within(dialog).getByLabelText('Tier'), '1');

    const changes = within(dialog).getByRole('region', {
      name: 'Changes of component:default/checkout',
    });
    expect(changes).toHaveTextContent('metadata.annotations.maturity/tier: 1');
    expect(
      within(changes).getByRole('region', { name: 'Difference' }),
    ).toHaveTextContent("+ maturity/tier: '1'");
    expect(
      within(dialog).getByRole('button', { name: 'Download' }),
    ).toBeEnabled();
  });

  it('leads from the form to what comes of it', async () => {
    const dialog = await annotate();
    await userEvent.selectOptions(within(dialog).getByLabelText('Tier'), '1');

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Show what changes' }),
    );

    expect(
      within(dialog).getByRole('heading', { name: 'What changes' }),
    ).toHaveFocus();
  });

  it('says what is wrong while it is typed, and offers no change', async () => {
    const dialog = await annotate();
    const find = within(dialog).getByLabelText('Find an annotation');
    await userEvent.type(find, 'incident-channel');
    await userEvent.clear(find);
    await userEvent.selectOptions(within(dialog).getByLabelText('Tier'), '1');

    const owner = within(dialog).getByLabelText('Owner');
    await userEvent.clear(owner);
    await userEvent.type(owner, 'a b');

    expect(dialog).toHaveTextContent(
      '“a b” is not possible; expected an entity reference',
    );
    expect(dialog).toHaveTextContent(
      'The changes are shown here once every value can be used.',
    );
    expect(
      within(dialog).queryByRole('button', { name: 'Download' }),
    ).not.toBeInTheDocument();
  });

  it('explains an objective as it is typed and refuses 100%', async () => {
    const dialog = await annotate();
    const slo = within(dialog).getByRole('group', { name: 'Objectives (SLO)' });
    await userEvent.click(
      within(slo).getByRole('button', { name: 'Add an objective' }),
    );
    expect(slo).toHaveTextContent(
      'Allowed downtime per window: 43.2 minutes in 30 days',
    );

    const objective = within(slo).getByLabelText('Objective in percent');
    await userEvent.clear(objective);
    await userEvent.type(objective, '99.95');
    expect(slo).toHaveTextContent('21.6 minutes in 30 days');
    expect(
      within(dialog).getByRole('region', { name: 'Difference' }),
    ).toHaveTextContent('+ maturity/slo: availability=99.95/30d');

    await userEvent.clear(objective);
    await userEvent.type(objective, '100');
    expect(objective).toBeInvalid();
    expect(objective).toHaveAccessibleDescription(
      /^An objective of 100% leaves no error budget/,
    );
    // Said once, where it is mended.
    expect(slo).not.toHaveTextContent('“100/30d” is not possible');
    expect(
      within(dialog).queryByRole('region', { name: 'Difference' }),
    ).not.toBeInTheDocument();
  });

  it('opens from a check that does not pass, and closes by keyboard', async () => {
    await showTab(new SampleMaturityApi(), componentOf('checkout'));
    const [button] = await screen.findAllByRole('button', {
      name: /^Fix this: /,
    });
    button.focus();
    await userEvent.keyboard('{Enter}');

    const dialog = await screen.findByRole('dialog', { name: /^Fix: / });
    expect(dialog).toHaveTextContent('Now: Nothing is known about it.');
    expect(dialog).not.toHaveTextContent('Give a value for each.');
    expect(await seriousFaults(dialog)).toEqual([]);
    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });
});

import {
  createEntityView,
  fixFor,
} from '@backstage-maturity/plugin-maturity-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi } from '../../../dev/sample';
import { componentOf, seriousFaults } from '../../__testUtils__';
import { showLegacy } from '../../__testUtils__/systems';
import { FixDialog } from './FixDialog';

async function open(check: string) {
  const entity = componentOf('checkout');
  const fix = fixFor(createEntityView(entity), {
    check,
    track: 'sre',
    level: 1,
    status: 'unknown',
    reason: 'no-evidence',
    evidence: [],
    remedy: '',
  });
  if (!fix) throw new Error(`There is no fix of ${check}.`);
  await showLegacy(
    new SampleMaturityApi(),
    <FixDialog
      entity={entity}
      request={{ is: 'fix', fix, title: 'A runbook', reason: 'Nothing.' }}
      onClose={() => {}}
    />,
    '/',
  );
  return screen.getByRole('dialog');
}

const WARNING = 'With this, the check would still not pass';

describe('a fix that does not help', () => {
  it('says that the check would still not pass, and why, and can be made', async () => {
    const dialog = await open('runbook-linked');
    const field = within(dialog).getByLabelText('Runbook');
    await userEvent.type(field, 'TODO');

    const warning = within(dialog).getByText(WARNING).closest('[role]');
    expect(warning).toHaveAttribute('role', 'status');
    expect(warning).toHaveTextContent('maturity/runbook says "TODO".');
    expect(
      within(dialog).getByRole('button', { name: 'Download' }),
    ).toBeEnabled();
    expect(await seriousFaults(dialog)).toEqual([]);

    await userEvent.clear(field);
    await userEvent.type(field, 'https://wiki.acme.test/checkout');
    expect(
      within(dialog).getByRole('region', { name: 'Difference' }),
    ).toBeInTheDocument();
    expect(within(dialog).queryByText(WARNING)).not.toBeInTheDocument();
  });
});

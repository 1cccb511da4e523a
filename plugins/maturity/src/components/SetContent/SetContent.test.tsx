import { screen, within } from '@testing-library/react';
import { SampleMaturityApi } from '../../../dev/sample';
import { componentOf, seriousFaults, systems } from '../../__testUtils__';

const payments = { ...componentOf('payments'), kind: 'Group', spec: {} };

describe.each(systems)('SetContent in the $name', ({ showSetTab }) => {
  it('shows what a team has reached together and its services', async () => {
    await showSetTab(new SampleMaturityApi(), payments);

    const members = await screen.findByRole('table', { name: 'Services' });
    expect(within(members).getAllByRole('rowheader')).toHaveLength(4);
    expect(
      screen.getByRole('link', { name: 'Open as a list with filters' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?owner=group%3Adefault%2Fpayments&ownerScope=tree',
    );
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('says so when nothing belongs to the team', async () => {
    await showSetTab(new SampleMaturityApi({ services: [] }), payments);

    expect(await screen.findByText('No services here')).toBeInTheDocument();
  });
});

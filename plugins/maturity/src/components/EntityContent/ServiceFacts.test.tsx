import { screen, within } from '@testing-library/react';
import { SampleMaturityApi } from '../../../dev/sample';
import { componentOf, newSystem } from '../../__testUtils__';

const { showTab } = newSystem;

function withSlo(slo: string) {
  const entity = componentOf('checkout');
  return {
    ...entity,
    metadata: { ...entity.metadata, annotations: { 'maturity/slo': slo } },
  };
}

describe('The tab of a service', () => {
  it('says what each track asks, and of each check whether it is technical or cultural', async () => {
    await showTab(new SampleMaturityApi(), componentOf('checkout'));

    const tracks = await screen.findByRole('region', { name: 'Tracks' });
    expect(tracks).toHaveTextContent(
      'How changes get from a developer to users',
    );
    expect(tracks).toHaveTextContent('How the service stays reliable');
    const next = screen.getByRole('region', {
      name: 'What blocks the next level',
    });
    const scanned = within(next)
      .getByRole('heading', { name: 'Code is scanned automatically' })
      .closest('li');
    expect(scanned).toHaveTextContent('technical practice');
    const all = screen.getByRole('region', { name: 'All checks' });
    const postmortems = within(all)
      .getByRole('heading', { name: 'Incidents end in blameless postmortems' })
      .closest('li');
    expect(postmortems).toHaveTextContent(
      'cultural practice · its team can say it once for all its services',
    );
  });

  it('turns objectives into minutes', async () => {
    await showTab(
      new SampleMaturityApi(),
      withSlo('availability=99.95/30d, latency(300ms)=99/30d'),
    );

    const budgets = await screen.findByRole('region', {
      name: 'Error budgets',
    });
    expect(
      within(budgets)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      '99.95% available over 30 daysAllowed downtime per window: 21.6 minutes in 30 days',
      'Latency within 300ms: 99% over 30 daysAllowed to miss it: 1% of events, as much as 432 minutes in 30 days',
    ]);
    expect(budgets).toHaveTextContent('is not measured here');
  });

  it.each(['', 'availability=100/30d'])(
    'has no budgets for objectives such as "%s"',
    async slo => {
      await showTab(new SampleMaturityApi(), withSlo(slo));
      await screen.findByRole('region', { name: 'All checks' });

      expect(
        screen.queryByRole('region', { name: 'Error budgets' }),
      ).not.toBeInTheDocument();
    },
  );

  it('says when those who own it are those who are called', async () => {
    const api = new SampleMaturityApi();
    const detail = await api.getScorecard('component:default/checkout');
    const team = 'group:default/payments';
    const evidence = (value: string, from: string | null) => [
      { strength: 'graph' as const, source: 'x', value, from },
    ];
    const results = detail.scorecard.results.map(result => {
      switch (result.check) {
        case 'owner-assigned':
          return { ...result, evidence: evidence(team, null) };
        case 'on-call-linked':
          return {
            ...result,
            status: 'pass' as const,
            evidence: evidence('PPAY', team),
          };
        default:
          return result;
      }
    });
    api.getScorecard = async () => ({
      ...detail,
      scorecard: { ...detail.scorecard, results },
    });
    await showTab(api, componentOf('checkout'));

    const stage = await screen.findByRole('region', { name: 'Stage' });
    expect(stage).toHaveTextContent('Owner and on-call agree: payments');
    expect(
      within(stage).getByRole('link', { name: /payments/i }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
  });
});

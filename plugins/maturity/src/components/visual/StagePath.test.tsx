import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { StagePath } from './StagePath';

describe('StagePath', () => {
  it('marks where the service stands and flags its target', async () => {
    await renderInTestApp(<StagePath stage="starting" target="sre" />);

    const path = screen.getByRole('list', {
      name: 'Stage: Starting. Target: SRE.',
    });
    const stops = within(path).getAllByRole('listitem');
    expect(stops.map(stop => stop.textContent)).toEqual([
      'Exploring',
      'StartingHere now',
      'DevOps',
      'SRETarget',
      'Platform',
    ]);
    expect(stops.map(stop => stop.getAttribute('aria-current'))).toEqual([
      null,
      'step',
      null,
      null,
      null,
    ]);
  });

  it('says that there is no target', async () => {
    await renderInTestApp(<StagePath stage="exploring" target={null} />);

    expect(
      screen.getByRole('list', { name: 'Stage: Exploring. No target.' }),
    ).toBeInTheDocument();
  });

  it('is silent about targets where they have no meaning', async () => {
    await renderInTestApp(<StagePath stage="platform" />);

    expect(
      screen.getByRole('list', { name: 'Stage: Platform.' }),
    ).toBeInTheDocument();
  });

  it('says that a deprecated service is leaving', async () => {
    await renderInTestApp(<StagePath stage={null} target={null} />);

    expect(screen.getByText('Leaving.')).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});

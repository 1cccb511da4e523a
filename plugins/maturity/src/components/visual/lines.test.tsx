import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { StagePath } from './StagePath';
import { StageTag } from './StageTag';
import { TrackList } from './TrackList';

describe('StageTag', () => {
  it.each([
    ['starting', 'platform', 'Stage: Starting. Target: Platform.'],
    ['exploring', null, 'Stage: Exploring. No target.'],
    ['sre', undefined, 'Stage: SRE.'],
    [null, null, 'Stage: Leaving.'],
  ] as const)('says %s with target %s once', async (stage, target, label) => {
    await renderInTestApp(<StageTag stage={stage} target={target} />);

    expect(
      screen.getAllByRole('img').map(img => img.getAttribute('aria-label')),
    ).toEqual([label]);
  });

  it('draws no path for a service that is leaving', async () => {
    await renderInTestApp(<StageTag stage={null} target={null} />);

    expect(screen.getByRole('img').querySelector('svg')).toBeNull();
  });
});

describe('StagePath of a set', () => {
  it('shows the stops in their order without a place', async () => {
    await renderInTestApp(<StagePath />);

    const path = screen.getByRole('list', {
      name: 'The stages in their order',
    });
    expect(
      within(path)
        .getAllByRole('listitem')
        .map(stop => [stop.textContent, stop.getAttribute('aria-current')]),
    ).toEqual([
      ['Exploring', null],
      ['Starting', null],
      ['DevOps', null],
      ['SRE', null],
      ['Platform', null],
    ]);
  });
});

describe('TrackList', () => {
  it('says level and bar of each track, and no bar where it does not apply', async () => {
    const names = ['Bronze', 'Silver'];
    await renderInTestApp(
      <TrackList
        rows={[
          {
            id: 'devops',
            title: 'DevOps',
            level: 1,
            achievable: 2,
            names,
            score: 60,
            coverage: 80,
            proven: 50,
          },
          {
            id: 'sre',
            title: 'SRE',
            level: null,
            achievable: null,
            names,
            score: null,
            coverage: null,
          },
        ]}
      />,
    );

    expect(screen.getAllByRole('term').map(term => term.textContent)).toEqual([
      'DevOps',
      'SRE',
    ]);
    expect(
      screen.getAllByRole('img').map(img => img.getAttribute('aria-label')),
    ).toEqual([
      'Bronze, level 1 of 2',
      '60% passed (30% proven, 30% only declared), 20% unknown, 20% failed',
      'Does not apply',
    ]);
  });
});

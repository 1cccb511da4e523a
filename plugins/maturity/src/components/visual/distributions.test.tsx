import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { LevelDistribution } from './LevelDistribution';
import { StageDistribution } from './StageDistribution';

describe('LevelDistribution', () => {
  const props = {
    title: 'Security',
    names: ['Basic', 'Hardened'],
    href: (level: number | null) => `/list?level=${level ?? 'none'}`,
  };

  it('counts the services of each level and leads to them', async () => {
    await renderInTestApp(
      <LevelDistribution {...props} histogram={[4, 1]} notApplicable={3} />,
    );

    const list = screen.getByRole('list', {
      name: 'Security: services by level',
    });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => [link.textContent, link.title, link.getAttribute('href')]),
    ).toEqual([
      ['4 None yet', 'No level yet: 4 services', '/list?level=0'],
      ['1 Basic', 'Basic: 1 service', '/list?level=1'],
      ['0 Hardened', 'Hardened: 0 services', '/list?level=2'],
      ['3 Not asked', 'Does not apply: 3 services', '/list?level=none'],
    ]);
  });

  it('leaves out "does not apply" where it concerns nobody', async () => {
    await renderInTestApp(
      <LevelDistribution {...props} histogram={[0, 0, 2]} notApplicable={0} />,
    );

    expect(screen.getAllByRole('link')).toHaveLength(3);
  });
});

describe('StageDistribution', () => {
  it('counts the services of each stage and leads to them', async () => {
    await renderInTestApp(
      <StageDistribution
        counts={{ exploring: 1, starting: 0, devops: 2, sre: 3, platform: 5 }}
        href={stage => `/list?stage=${stage}`}
      />,
    );

    const links = screen.getAllByRole('link');
    expect(links.map(link => link.getAttribute('aria-label'))).toEqual([
      'Exploring: 1 service',
      'Starting: 0 services',
      'DevOps: 2 services',
      'SRE: 3 services',
      'Platform: 5 services',
    ]);
    expect(links[3]).toHaveAttribute('href', '/list?stage=sre');
  });
});

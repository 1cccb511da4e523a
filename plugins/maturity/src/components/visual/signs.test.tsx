import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { EvidenceBars } from './EvidenceBars';
import { LevelTag } from './LevelTag';
import { TrackName } from './TrackName';
import { TruthBar } from './TruthBar';
import { VerdictMark } from './VerdictMark';

describe('VerdictMark', () => {
  it.each([
    ['pass', 'Passes'],
    ['fail', 'Fails'],
    ['unknown', 'Unknown'],
    ['not-applicable', 'Does not apply'],
    ['exempt', 'Exempt'],
  ] as const)('says %s as "%s"', async (status, name) => {
    await renderInTestApp(<VerdictMark status={status} />);

    const mark = screen.getByRole('img', { name });
    expect(mark.querySelector('title')).toHaveTextContent(name);
  });

  it('has a shape of its own for each verdict', async () => {
    await renderInTestApp(
      <>
        <VerdictMark status="pass" />
        <VerdictMark status="fail" />
        <VerdictMark status="unknown" />
        <VerdictMark status="not-applicable" />
        <VerdictMark status="exempt" />
      </>,
    );

    const shapes = screen
      .getAllByRole('img')
      .map(mark =>
        Array.from(mark.querySelectorAll('path'), path =>
          path.getAttribute('d'),
        ).join(),
      );
    expect(new Set(shapes).size).toBe(5);
  });
});

describe('EvidenceBars', () => {
  it.each([
    ['observed', 4, /^Observed/],
    ['graph', 3, /^Graph/],
    ['linked', 2, /^Linked/],
    ['declared', 1, /^Declared/],
  ] as const)('lights %s with %i bars', async (strength, lit, name) => {
    await renderInTestApp(<EvidenceBars strength={strength} />);

    const bars = screen.getByRole('img', { name });
    expect(bars.querySelectorAll('[data-bar="lit"]')).toHaveLength(lit);
    expect(bars.querySelectorAll('[data-bar="dark"]')).toHaveLength(4 - lit);
  });
});

describe('TruthBar', () => {
  it('says all parts, and leaves out empty ones', async () => {
    await renderInTestApp(
      <>
        <TruthBar score={60} coverage={80} proven={50} />
        <TruthBar score={100} coverage={100} proven={100} />
        <TruthBar score={0} coverage={0} proven={null} />
        <TruthBar score={62} coverage={80} />
      </>,
    );

    expect(
      screen.getAllByRole('img').map(bar => bar.getAttribute('aria-label')),
    ).toEqual([
      '60% passed (30% proven, 30% only declared), 20% unknown, 20% failed',
      '100% passed (100% proven, 0% only declared)',
      '0% passed, 100% unknown',
      '62% passed, 20% unknown, 18% failed',
    ]);
  });

  it('draws each part where the one before ends', async () => {
    await renderInTestApp(<TruthBar score={60} coverage={80} proven={50} />);

    const parts = screen.getByRole('img').querySelectorAll('[data-part]');
    expect(
      Array.from(parts, part => [
        part.getAttribute('data-part'),
        part.getAttribute('x'),
        part.getAttribute('width'),
      ]),
    ).toEqual([
      ['proven', '0%', '30%'],
      ['declared', '30%', '30%'],
      ['unknown', '60%', '20%'],
    ]);
  });

  it('has patterns that no other bar of the page shares', async () => {
    const { container } = await renderInTestApp(
      <>
        <TruthBar score={60} coverage={80} proven={50} />
        <TruthBar score={60} coverage={80} proven={50} />
      </>,
    );

    const ids = Array.from(container.querySelectorAll('pattern'), p => p.id);
    expect(new Set(ids).size).toBe(4);
    for (const part of container.querySelectorAll('[data-part="declared"]')) {
      expect(ids).toContain(part.getAttribute('fill')?.slice(5, -1));
    }
  });

  it('says that a track does not apply', async () => {
    await renderInTestApp(
      <TruthBar score={null} coverage={null} proven={null} />,
    );

    expect(screen.getByText('Does not apply')).toBeInTheDocument();
  });
});

describe('LevelTag', () => {
  it('shows the name and is read out once', async () => {
    await renderInTestApp(
      <LevelTag level={1} achievable={2} names={['Bronze', 'Silver']} />,
    );

    const tag = screen.getByRole('img', { name: 'Bronze, level 1 of 2' });
    expect(within(tag).getByText('Bronze')).toBeVisible();
    expect(screen.getAllByRole('img')).toHaveLength(1);
  });
});

describe('TrackName', () => {
  it('has a sign for every track, those of configuration too', async () => {
    await renderInTestApp(
      <>
        <TrackName id="sre" title="SRE" />
        <TrackName id="constructor" title="Built by us" />
      </>,
    );

    for (const word of ['SRE', 'Built by us']) {
      const name = screen.getByText(word).parentElement;
      expect(name?.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    }
  });
});

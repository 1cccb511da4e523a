import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime, Settings } from 'luxon';
import { Moment } from './Moment';

const NOW = Date.parse('2026-03-29T09:00:00.000Z');

describe('Moment', () => {
  beforeEach(() => {
    Settings.now = () => NOW;
  });
  afterEach(() => {
    Settings.now = () => Date.now();
    Settings.defaultZone = 'system';
  });

  it.each([
    ['2026-03-29T08:59:48.000Z', '12 seconds ago'],
    ['2026-03-29T06:00:00.000Z', '3 hours ago'],
    // Clocks in Berlin went forward in the night between.
    ['2026-03-28T09:00:00.000Z', '1 day ago'],
    ['2026-03-29T11:00:00.000Z', 'in 2 hours'],
  ])('says %s as "%s" in any zone', async (at, words) => {
    for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
      Settings.defaultZone = zone;
      const { unmount } = await renderInTestApp(<Moment at={at} />);
      expect(screen.getByText(words).closest('time')?.dateTime).toBe(at);
      unmount();
    }
  });

  it.each([
    ['UTC', 'March 28, 2026 at 11:30:00 PM UTC'],
    ['Europe/Berlin', 'March 29, 2026 at 12:30:00 AM GMT+1'],
    ['Asia/Kolkata', 'March 29, 2026 at 5:00:00 AM GMT+5:30'],
    ['America/New_York', 'March 28, 2026 at 7:30:00 PM EDT'],
  ])('gives the exact time of %s to the keyboard', async (zone, exact) => {
    Settings.defaultZone = zone;
    await renderInTestApp(<Moment at="2026-03-28T23:30:00.000Z" />);

    await userEvent.tab();
    expect(screen.getByText('9 hours ago').closest('time')).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(exact);
  });

  it('gives the exact time to the mouse', async () => {
    Settings.defaultZone = 'Europe/Berlin';
    await renderInTestApp(<Moment at="2026-03-29T08:00:00+02:00" />);

    await userEvent.hover(screen.getByText('3 hours ago'));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'March 29, 2026 at 8:00:00 AM GMT+2',
    );
  });

  it('shows what is no time as it came', async () => {
    await renderInTestApp(<Moment at="soon" />);

    expect(DateTime.fromISO('soon').isValid).toBe(false);
    expect(screen.getByText('soon')).toBeInTheDocument();
  });
});

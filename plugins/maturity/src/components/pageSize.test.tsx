import { screen, waitFor } from '@testing-library/react';
import { SampleMaturityApi } from '../../dev/sample';
import { componentOf, newSystem } from '../__testUtils__';

/** As many rows as any page may ask for at once, however many services there are. */
const MOST = 50;

const PAGES = [
  ['/maturity/overview', 'Fixes that lift most services'],
  ['/maturity/services', 'checkout'],
  ['/maturity/advice', 'Where you stand'],
  ['/maturity/checks', 'Every change is built by CI'],
  ['/maturity/checks/ci-pipeline', 'How to pass it'],
  ['/maturity/operator', 'Readings of the catalog'],
] as const;

describe('a catalog of any size', () => {
  it.each(PAGES)(
    'is read a page at a time by %s',
    async (address, landmark) => {
      const api = new SampleMaturityApi();
      const listed = jest.spyOn(api, 'listScorecards');
      const exported = jest.spyOn(api, 'exportScorecards');
      await newSystem.showPage(api, address);
      await screen.findAllByText(landmark);

      for (const [query] of listed.mock.calls) {
        expect(query?.limit).toBeLessThanOrEqual(MOST);
      }
      expect(listed.mock.calls.length).toBeLessThanOrEqual(1);
      expect(exported).not.toHaveBeenCalled();
    },
  );

  it('is read a page at a time by the tab of a team', async () => {
    const api = new SampleMaturityApi();
    const read = jest.spyOn(api, 'getRollUp');
    const team = { ...componentOf('payments'), kind: 'Group', spec: {} };
    await newSystem.showSetTab(api, team);

    await waitFor(() => expect(read).toHaveBeenCalled());
    expect(read.mock.calls[0][1]?.limit).toBeLessThanOrEqual(MOST);
  });

  it('is read a page at a time by the timeline of a service', async () => {
    const api = new SampleMaturityApi();
    const read = jest.spyOn(api, 'getHistory');
    await newSystem.showTab(api, componentOf('checkout'));

    await waitFor(() => expect(read).toHaveBeenCalled());
    expect(read.mock.calls[0][1]?.limit).toBeLessThanOrEqual(MOST);
  });
});

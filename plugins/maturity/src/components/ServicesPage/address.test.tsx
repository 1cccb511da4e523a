import { InputError } from '@backstage/errors';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi, services } from '../../../dev/sample';
import { newSystem } from '../../__testUtils__';

function address() {
  return screen.getByTitle('Address').textContent ?? '';
}

// Whether something is hidden is slow to find out for a whole page, and not what is asked here.
const hidden = true;

/** One service that every filter finds, and one that none does. */
const FEW = services.filter(({ name }) =>
  ['checkout', 'risk-rules'].includes(name),
);

async function pick(filter: string, option: string) {
  await userEvent.click(screen.getByRole('textbox', { name: filter, hidden }));
  const list = within(screen.getByRole('listbox', { hidden }));
  await userEvent.click(list.getByRole('option', { name: option, hidden }));
}

async function select(filter: string, option: string) {
  const field = screen.getByRole('combobox', { name: filter, hidden });
  await userEvent.selectOptions(field, option);
}

/** Each filter, how a reader sets it, and what the address gains by it. */
const STEPS = [
  [() => pick('Team', 'Payments'), 'owner=group%3Adefault%2Fpayments'],
  [() => pick('Stage', 'DevOps'), 'stage=devops'],
  [() => select('Track', 'DevOps'), 'track=devops'],
  [() => pick('Level', 'Silver'), 'level=2'],
  [
    () => select('Check', 'Tests run before deployment'),
    'check=automated-tests&status=fail',
  ],
  [() => pick('Verdict', 'Passes'), 'status=fail&status=pass'],
  [() => pick('System', 'Shop'), 'system=system%3Adefault%2Fshop'],
  [() => pick('Type', 'Service'), 'type=service'],
  [() => pick('Tier', 'Tier 1'), 'tier=1'],
  [() => pick('Lifecycle', 'Production'), 'lifecycle=production'],
] as const;

const CHOSEN = [
  'Payments',
  'DevOps',
  'Silver',
  'Fails',
  'Shop',
  'Service',
  'Tier 1',
  'Production',
];

describe('the address of the ServicesPage', () => {
  const { showPage } = newSystem;

  it('holds every filter, and brings every one back', async () => {
    const first = new SampleMaturityApi({ services: FEW });
    const asked = jest.spyOn(first, 'listScorecards');
    await showPage(first, '/maturity/services');
    await screen.findByText('risk-rules');
    await userEvent.click(screen.getByRole('button', { name: 'More filters' }));

    for (const [set, gained] of STEPS) {
      await set();
      await waitFor(() => expect(address()).toContain(gained));
    }
    const complete = address();
    const query = {
      owner: ['group:default/payments'],
      ownerScope: 'tree',
      system: ['system:default/shop'],
      type: ['service'],
      tier: ['1'],
      lifecycle: ['production'],
      stage: ['devops'],
      track: 'devops',
      level: ['2'],
      check: 'automated-tests',
      status: ['fail', 'pass'],
      limit: 50,
    };
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(query, expect.anything()),
    );
    cleanup();

    const second = new SampleMaturityApi({ services: FEW });
    const again = jest.spyOn(second, 'listScorecards');
    await showPage(second, complete);
    await screen.findByText('Fewer filters');
    expect(again).toHaveBeenLastCalledWith(query, expect.anything());
    for (const name of CHOSEN) {
      expect(
        screen.getAllByRole('button', { name, hidden }).length,
      ).toBeGreaterThan(0);
    }
    expect(screen.getByRole('combobox', { name: 'Check', hidden })).toHaveValue(
      'automated-tests',
    );
    expect(screen.getByRole('combobox', { name: 'Track', hidden })).toHaveValue(
      'devops',
    );
    expect(address()).toBe(complete);
  });

  it('shows the list though the address asks for what is not in force', async () => {
    const api = new SampleMaturityApi({ services: FEW });
    const list = api.listScorecards.bind(api);
    jest.spyOn(api, 'listScorecards').mockImplementation(async query => {
      if (query?.track === 'nope' || query?.cursor) {
        throw new InputError('The query parameter is not right.');
      }
      return list(query);
    });
    await showPage(
      api,
      '/maturity/services?track=nope&level=1&owner=nope&cursor=abc',
    );

    await screen.findByRole('table', { name: 'Services' });
    expect(screen.getByText('risk-rules')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Clear filters', hidden }),
    ).not.toBeInTheDocument();
  });

  it('names the domain, the system and the team that it asks for', async () => {
    await showPage(
      new SampleMaturityApi(),
      '/maturity/services?owner=group:default/payments&system=domain:default/commerce',
    );

    await screen.findByRole('table', { name: 'Services' });
    for (const name of ['Payments', 'Domain Commerce']) {
      expect(screen.getByRole('button', { name, hidden })).toBeVisible();
    }
    const filters = screen.getByRole('search', { hidden });
    expect(filters).not.toHaveTextContent(':default/');
  });

  it('keeps a check whose verdicts were all taken away, and asks for everything', async () => {
    const api = new SampleMaturityApi({ services: FEW });
    const asked = jest.spyOn(api, 'listScorecards');
    await showPage(api, '/maturity/services?check=automated-tests');

    await screen.findByRole('table', { name: 'Services' });
    expect(asked).toHaveBeenLastCalledWith({ limit: 50 }, expect.anything());
    expect(screen.getByRole('combobox', { name: 'Check', hidden })).toHaveValue(
      'automated-tests',
    );
  });
});

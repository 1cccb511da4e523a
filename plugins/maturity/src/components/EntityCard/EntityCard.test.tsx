import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { remedyOf, SampleMaturityApi, services } from '../../../dev/sample';
import { EntityMaturityCard } from '../..';
import {
  componentOf,
  newSystem,
  seriousFaults,
  showEntities,
} from '../../__testUtils__';

describe('EntityCard', () => {
  const { showCard } = newSystem;

  async function show(name = 'checkout', api = new SampleMaturityApi()) {
    await showCard(api, componentOf(name));
  }

  it('shows stage, three ladders and the one next thing', async () => {
    await show();

    expect(
      await screen.findByRole('img', {
        name: 'Stage: DevOps. Target: Platform.',
      }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: /level \d of 4$/ })).toHaveLength(
      3,
    );
    expect(screen.getByText('Do next:').parentElement).toHaveTextContent(
      'Do next: Code is scanned automatically',
    );
    expect(
      screen.getByRole('link', { name: 'Code is scanned automatically' }),
    ).toHaveAttribute('href', '/maturity/checks/static-analysis');
    expect(
      screen.getByText(
        (_, element) =>
          element?.tagName === 'P' &&
          element.textContent === remedyOf('static-analysis'),
      ),
    ).toBeInTheDocument();
  });

  it('leads to the tab', async () => {
    await show();

    expect(
      await screen.findByRole('link', { name: /See all checks/ }),
    ).toHaveAttribute('href', expect.stringMatching(/\/maturity$/));
  });

  it('says that nothing is open', async () => {
    await show('ledger');

    expect(await screen.findByText(/Nothing is open\./)).toBeInTheDocument();
  });

  it('says that a track does not apply', async () => {
    await show('design-system');

    const term = await screen.findByText('SRE');
    const row = term.closest('dt')!.parentElement!;
    expect(
      within(row).getByRole('img', { name: 'Does not apply' }),
    ).toBeInTheDocument();
  });

  it('says that there is no scorecard yet', async () => {
    await show('brand-new');

    expect(
      await screen.findByText(/This service has not been read yet/),
    ).toBeInTheDocument();
  });

  it('shows that the catalog finds fault with the entry', async () => {
    const items = ['tier "5" is none', 'runbook is empty'].map(message => ({
      type: 'x',
      level: 'warning',
      message,
    }));
    await showCard(new SampleMaturityApi(), {
      ...componentOf('checkout'),
      ...{ status: { items } },
    });

    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent(
      'The catalog found 2 faults in this entrytier "5" is none And 1 more.',
    );
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('says what failed', async () => {
    const api = new SampleMaturityApi({ services });
    jest
      .spyOn(api, 'getDefinitions')
      .mockRejectedValue(new Error('The database is away.'));
    await show('checkout', api);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
  });

  it('shows nothing of another entity, neither while its own is read nor when that fails', async () => {
    const api = new SampleMaturityApi();
    const { go } = await showEntities({
      api,
      first: componentOf('checkout'),
      part: <EntityMaturityCard />,
    });
    await screen.findByRole('img', { name: /^Stage: DevOps/ });
    let fail: () => void = () => {};
    jest.spyOn(api, 'getScorecard').mockReturnValueOnce(
      new Promise((_, reject) => {
        fail = () => reject(new Error('The database is away.'));
      }),
    );

    await go(componentOf('ledger'));
    expect(screen.queryByRole('img', { name: /^Stage/ })).toBeNull();

    fail();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    expect(screen.queryByRole('img', { name: /^Stage/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('img', { name: /^Stage: Platform/ }),
    ).toBeInTheDocument();
  });

  it('says so when what it shows could not be updated', async () => {
    const api = new SampleMaturityApi();
    const { go } = await showEntities({
      api,
      first: componentOf('checkout'),
      part: <EntityMaturityCard />,
    });
    await screen.findByRole('img', { name: /^Stage: DevOps/ });
    await go(componentOf('ledger'));
    await screen.findByRole('img', { name: /^Stage: Platform/ });
    jest
      .spyOn(api, 'getScorecard')
      .mockRejectedValueOnce(new Error('The database is away.'));

    await go(componentOf('checkout'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This could not be updated; you see what was known before',
    );
    expect(
      screen.getByRole('img', { name: /^Stage: DevOps/ }),
    ).toBeInTheDocument();
  });

  it('has no serious fault for assistive technology', async () => {
    await show();
    await screen.findByRole('img', { name: /^Stage: DevOps/ });

    expect(await seriousFaults(document.body)).toEqual([]);
  });
});

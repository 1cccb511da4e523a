import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  definitions,
  detailOf,
  EVALUATED_AT,
  remedyOf,
  SampleMaturityApi,
  services,
} from '../../../dev/sample';
import {
  componentOf,
  legacySystem,
  newSystem,
  seriousFaults,
} from '../../__testUtils__';

const checkout = services[0];

function region(name: string) {
  return screen.findByRole('region', { name });
}

describe('EntityContent', () => {
  const { showTab } = newSystem;

  async function show(name = 'checkout', api = new SampleMaturityApi()) {
    await showTab(api, componentOf(name));
    return api;
  }

  it('shows stage and target, and the three tracks', async () => {
    await show();

    expect(
      within(await region('Stage')).getByRole('list', {
        name: 'Stage: DevOps. Target: Platform.',
      }),
    ).toBeInTheDocument();
    const tracks = await region('Tracks');
    expect(
      within(tracks).getAllByRole('img', { name: 'Silver, level 2 of 4' }),
    ).toHaveLength(2);
    expect(
      within(tracks).getByRole('img', { name: 'Bronze, level 1 of 4' }),
    ).toBeInTheDocument();
    expect(tracks).toHaveTextContent('1 check to Gold');
    expect(tracks).toHaveTextContent('2 checks to Silver');
    expect(
      within(tracks).getAllByRole('img', { name: /% proven/ }),
    ).toHaveLength(3);
  });

  it('puts what blocks the next level before all checks, with remedies', async () => {
    await show();

    const next = await region('What blocks the next level');
    expect(
      within(next).getByRole('heading', {
        name: 'Code is scanned automatically',
      }),
    ).toBeInTheDocument();
    expect(next).toHaveTextContent(`Tell us: ${remedyOf('static-analysis')}`);
    expect(next).toHaveTextContent(
      `How to fix it: ${remedyOf('supported-stack')}`,
    );
    const all = await region('All checks');
    expect(
      next.compareDocumentPosition(all) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
  });

  it('folds what passes, and shows evidence with strength and origin', async () => {
    await show();

    const all = await region('All checks');
    expect(within(all).queryByText('A team owns it')).not.toBeInTheDocument();
    for (const fold of within(all).getAllByRole('button', {
      name: /^Show \d+ that pass/,
    })) {
      await userEvent.click(fold);
    }
    const title = within(all).getByRole('heading', { name: 'A team owns it' });
    const item = title.closest('li')!;
    expect(
      within(item).getByRole('img', { name: 'Passes' }),
    ).toBeInTheDocument();
    expect(
      within(all).getAllByRole('img', {
        name: 'Observed: seen in files or telemetry',
      }).length,
    ).toBeGreaterThan(0);
    const inherited = within(all).getAllByText(/inherited from/)[0];
    expect(within(inherited).getByRole('link')).toHaveTextContent('shop');
  });

  it('says what passes thanks to the golden path, and how much that is', async () => {
    const { scorecard } = detailOf(checkout);
    const passed = scorecard.results.filter(({ status }) => status === 'pass');
    const brought = passed[1].check;
    const api = new SampleMaturityApi();
    const template = 'template:default/node-service';
    jest.spyOn(api, 'getScorecard').mockResolvedValue({
      ...detailOf(checkout),
      goldenPath: { template, checks: [brought] },
    });
    await show('checkout', api);

    const all = await region('All checks');
    expect(all).toHaveTextContent(
      `1 of ${passed.length} checks that pass came with its golden path, node-service.`,
    );
    expect(
      within(all).getByRole('link', { name: 'node-service' }),
    ).toBeVisible();
    await userEvent.click(
      within(all).getByRole('button', {
        name: 'What does "From the golden path" mean?',
      }),
    );
    expect(
      within(screen.getByRole('dialog')).getByText(
        /^The check passes by a file/,
      ),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    for (const fold of within(all).getAllByRole('button', {
      name: /^Show \d+ that pass/,
    })) {
      await userEvent.click(fold);
    }
    const marks = within(all).getAllByText('from the golden path');
    expect(marks).toHaveLength(1);
    expect(marks[0].closest('li')).toHaveTextContent(
      definitions.checks.find(({ id }) => id === brought)?.title ?? '?',
    );
    expect(await seriousFaults(all)).toEqual([]);
  });

  it('does not name a golden path that you may not see', async () => {
    const { goldenPath, ...detail } = detailOf(checkout);
    const api = new SampleMaturityApi();
    jest.spyOn(api, 'getScorecard').mockResolvedValue({
      ...detail,
      goldenPath: { template: null, checks: goldenPath?.checks ?? [] },
    });
    await show('checkout', api);
    expect(await region('All checks')).toHaveTextContent(
      /checks that pass came with its golden path\./,
    );
  });

  it('is silent about golden paths where nothing came with one', async () => {
    const { goldenPath, ...detail } = detailOf(checkout);
    expect(goldenPath?.checks.length).toBeGreaterThan(0);
    const api = new SampleMaturityApi();
    jest.spyOn(api, 'getScorecard').mockResolvedValue(detail);
    await show('checkout', api);
    expect(await region('All checks')).not.toHaveTextContent(
      'came with its golden path',
    );
  });

  it('hides what does not apply, and says why on request', async () => {
    await show();

    const all = await region('All checks');
    expect(
      within(all).queryByText('Regulated changes leave an audit trail'),
    ).not.toBeInTheDocument();
    await userEvent.click(
      within(all).getByRole('button', {
        name: 'Show 3 checks that do not apply',
      }),
    );
    expect(
      within(all).getByText('Regulated changes leave an audit trail'),
    ).toBeInTheDocument();
    expect(
      within(all).getAllByText('No regulation is declared for it.').length,
    ).toBeGreaterThan(0);
  });

  it('says when it was evaluated, exactly on hover', async () => {
    await show();

    const line = await screen.findByText(/^Evaluated/);
    const time = line.querySelector('time')!;
    expect(time).toHaveAttribute('datetime', EVALUATED_AT);
    expect(time.title).toMatch(/November 23, 2026/);
  });

  it('says that a track does not apply', async () => {
    await show('risk-rules');

    expect(await region('Tracks')).toHaveTextContent(
      'This track does not apply to this service.',
    );
  });

  it('says that a deprecated service is leaving', async () => {
    await show('legacy-basket');

    expect(await region('Stage')).toHaveTextContent('Leaving.');
  });

  it.each([
    ['moved', 'The catalog read the entity again; this is its new score.'],
    ['unchanged', 'The catalog had nothing new'],
    ['unavailable', 'The catalog could not be asked'],
  ] as const)('evaluates again: %s', async (catalogRead, message) => {
    const api = await show();
    const better = detailOf({ ...checkout, devops: 4 });
    jest.spyOn(api, 'refreshScorecard').mockImplementation(async () => {
      // The tab looks again by itself, and then finds the same.
      jest.spyOn(api, 'getScorecard').mockResolvedValue(better);
      return { ...better, catalogRead };
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Evaluate again' }),
    );

    expect(await screen.findByText(new RegExp(message))).toBeInTheDocument();
    expect(
      within(await region('Tracks')).getByRole('img', {
        name: 'Platinum, level 4 of 4',
      }),
    ).toBeInTheDocument();
  });

  it('keeps the focus on the button while it evaluates again', async () => {
    const api = await show();
    const refresh = jest
      .spyOn(api, 'refreshScorecard')
      .mockReturnValue(new Promise(() => {}));
    const button = await screen.findByRole('button', {
      name: 'Evaluate again',
    });

    await userEvent.click(button);

    expect(button).toHaveTextContent('Reading the entity again and evaluating');
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toBeEnabled();
    await userEvent.click(button);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('keeps the scorecard when evaluating again fails', async () => {
    const api = await show();
    jest
      .spyOn(api, 'refreshScorecard')
      .mockRejectedValue(new Error('Too many at once.'));

    await userEvent.click(
      await screen.findByRole('button', { name: 'Evaluate again' }),
    );

    expect(
      await screen.findByText(/Evaluating again did not work/),
    ).toBeInTheDocument();
    expect(screen.getByText('Too many at once.')).toBeInTheDocument();
    expect(await region('Tracks')).toHaveTextContent('1 check to Gold');
  });

  it('waits for a service that has no scorecard yet', async () => {
    const api = new SampleMaturityApi();
    const get = jest.spyOn(api, 'getScorecard');
    await show('brand-new', api);

    expect(
      (await screen.findByText('No scorecard yet')).closest('[role="status"]'),
    ).toBeInTheDocument();
    get.mockResolvedValue(detailOf(checkout));
    expect(
      await screen.findByRole('region', { name: 'Tracks' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('No scorecard yet')).not.toBeInTheDocument();
  });

  it('shows what the catalog says is wrong with the entry', async () => {
    await showTab(new SampleMaturityApi(), {
      ...componentOf('checkout'),
      ...{
        status: {
          items: [{ type: 'x', level: 'warning', message: 'tier "5" is none' }],
        },
      },
    });

    const note = await screen.findByText('tier "5" is none');
    const notice = note.closest('[role="note"]');
    expect(notice).toHaveTextContent('The catalog found a fault in this entry');
    // Only an error keeps the catalog from taking a newer version.
    expect(notice).toHaveTextContent(
      'Checks cannot use these values until they are repaired.',
    );
    expect(notice).not.toHaveTextContent('an older version');
  });

  it('says so when you may not see it', async () => {
    const api = new SampleMaturityApi();
    jest
      .spyOn(api, 'getScorecard')
      .mockRejectedValue(new NotAllowedError('Unauthorized'));
    await show('checkout', api);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
  });

  it('says what failed and tries again', async () => {
    const api = new SampleMaturityApi();
    jest
      .spyOn(api, 'getScorecard')
      .mockRejectedValueOnce(new Error('The database is away.'));
    await show('checkout', api);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await region('Tracks')).toBeInTheDocument();
  });

  it('has no serious fault for assistive technology', async () => {
    await show();
    const all = await region('All checks');
    for (const fold of within(all).getAllByRole('button', { name: /^Show/ })) {
      await userEvent.click(fold);
    }

    expect(await seriousFaults(document.body)).toEqual([]);
  });
});

describe('EntityContent for another kind', () => {
  it('says that scorecards exist for components, where it is mounted by hand', async () => {
    await legacySystem.showTab(new SampleMaturityApi(), {
      ...componentOf('payments'),
      kind: 'Group',
    });

    expect(await screen.findByRole('note')).toHaveTextContent(
      'Scorecards exist for components. This entity is a Group.',
    );
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { advice, SampleMaturityApi } from '../../../dev/sample';
import { newSystem, seriousFaults } from '../../__testUtils__';

const fired = {
  ...advice,
  advice: {
    ...advice.advice,
    verdicts: {
      ...advice.advice.verdicts,
      platform: {
        verdict: 'not-indicated' as const,
        triggers: [],
        blockers: [],
        evidence: [],
      },
      sre: {
        verdict: 'next' as const,
        triggers: ['S1'],
        blockers: [],
        evidence: [
          {
            ruleId: 'S1',
            value: 4,
            threshold: 3,
            origin: 'article' as const,
            entityRefs: ['component:default/checkout'],
            claims: [43],
          },
        ],
      },
    },
  },
};

describe('AdvicePage', () => {
  const { showPage } = newSystem;

  const show = (api: SampleMaturityApi) => showPage(api, '/maturity/advice');

  it('says where the organization stands and what to do next', async () => {
    await show(new SampleMaturityApi());

    const standing = await screen.findByRole('region', {
      name: 'Where you stand',
    });
    expect(standing).toHaveTextContent(
      'Work on DevOps practices now; next SRE',
    );
    expect(standing).toHaveTextContent('DevOps has not reached Silver yet');
    const actions = screen.getByRole('region', { name: 'Do next' });
    expect(
      within(actions).getByRole('link', { name: '7 services' }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?check=automated-tests&status=fail',
    );
  });

  it('shows a rule with its number, its threshold and the claims behind it', async () => {
    const api = new SampleMaturityApi();
    jest.spyOn(api, 'getAdvice').mockResolvedValue(fired);
    await show(api);

    const verdicts = await screen.findByRole('region', {
      name: 'Three models, three verdicts',
    });
    expect(verdicts).toHaveTextContent(
      'Production runs on 4 stacks; with more than 3, keeping them reliable needs a practice of its own.',
    );
    expect(verdicts).toHaveTextContent('threshold 3 the article’s');
    await userEvent.click(
      within(verdicts).getByRole('button', {
        name: 'Claim 43: what the article says',
      }),
    );
    expect(
      screen.getByRole('dialog', { name: 'What the article says' }),
    ).toHaveTextContent('More than three distinct stacks.');
  });

  it('says what it is like to need a model and do without, and what a platform costs', async () => {
    const api = new SampleMaturityApi();
    jest.spyOn(api, 'getAdvice').mockResolvedValue(fired);
    await show(api);

    const verdicts = await screen.findByRole('region', {
      name: 'Three models, three verdicts',
    });
    expect(verdicts).toHaveTextContent('Users notice an outage before you do.');
    expect(verdicts).toHaveTextContent('A platform is an investment.');
    // Nothing calls for a platform here, so nothing is said of doing without.
    expect(verdicts).not.toHaveTextContent('starts with a ticket');
  });

  it('opens what was counted, without what does not run', async () => {
    await show(new SampleMaturityApi());

    const rests = await screen.findByRole('region', {
      name: 'How sure this is',
    });
    const running = within(rests).getByText('Running services');
    const link = within(running.parentElement!).getByRole('link');
    const asked = new URL(link.getAttribute('href') ?? '', 'http://portal');
    expect(asked.searchParams.getAll('lifecycle')).toEqual([
      'production',
      'experimental',
    ]);
    expect(asked.searchParams.getAll('type')).toContain('service');
    expect(asked.searchParams.getAll('type')).not.toContain('library');
  });

  it('opens the entities behind a number that no filter finds', async () => {
    const api = new SampleMaturityApi();
    const { advice: told } = fired;
    jest.spyOn(api, 'getAdvice').mockResolvedValue({
      ...fired,
      advice: {
        ...told,
        verdicts: {
          ...told.verdicts,
          sre: {
            ...told.verdicts.sre,
            evidence: told.verdicts.sre.evidence.map(piece => ({
              ...piece,
              measure: 'stacks',
            })),
          },
        },
      },
    });
    await show(api);

    const rests = await screen.findByRole('region', {
      name: 'How sure this is',
    });
    await userEvent.click(
      within(rests).getByRole('button', {
        name: 'Found: 4. Show what is behind it',
      }),
    );
    expect(
      within(screen.getByRole('dialog')).getByRole('link', {
        name: 'checkout',
      }),
    ).toBeVisible();
  });

  it.each([
    [true, 1],
    [false, 0],
    [undefined, 0],
  ])(
    'says whether it counts only a part: restricted %s',
    async (restricted, times) => {
      const api = new SampleMaturityApi();
      jest.spyOn(api, 'getAdvice').mockResolvedValue({ ...advice, restricted });
      await show(api);

      const standing = await screen.findByRole('region', {
        name: 'Where you stand',
      });
      expect(
        within(standing).queryAllByText(
          /^Counted only from the services that you may see\./,
        ),
      ).toHaveLength(times);
    },
  );

  it('says what failed', async () => {
    const api = new SampleMaturityApi();
    jest.spyOn(api, 'getAdvice').mockRejectedValue(new Error('no signals'));
    await show(api);

    expect(await screen.findByRole('alert')).toHaveTextContent('no signals');
  });

  it('has no serious fault for assistive technology', async () => {
    const api = new SampleMaturityApi();
    jest.spyOn(api, 'getAdvice').mockResolvedValue(fired);
    await show(api);
    await screen.findByText('The three models side by side');

    expect(await seriousFaults(document.body)).toEqual([]);
  });
});

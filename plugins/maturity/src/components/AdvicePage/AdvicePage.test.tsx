import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { advice, SampleMaturityApi } from '../../../dev/sample';
import { seriousFaults, systems } from '../../__testUtils__';

const fired = {
  ...advice,
  advice: {
    ...advice.advice,
    verdicts: {
      ...advice.advice.verdicts,
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

describe.each(systems)('AdvicePage in the $name', ({ showPage }) => {
  const show = (api: SampleMaturityApi) => showPage(api, '/maturity/advice');

  it('says where the organization stands and what to do next', async () => {
    await show(new SampleMaturityApi());

    const standing = await screen.findByRole('region', {
      name: 'Where you stand',
    });
    expect(standing).toHaveTextContent('Work on DevOps practices first');
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

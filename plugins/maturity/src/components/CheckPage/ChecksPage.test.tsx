import { NotFoundError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import { remedyOf, SampleMaturityApi } from '../../../dev/sample';
import { newSystem, seriousFaults } from '../../__testUtils__';
import { parseServicesQuery } from '../../filters';

describe('ChecksPage', () => {
  const { showPage } = newSystem;

  it('lists the checks by track and level, with a way to each', async () => {
    await showPage(new SampleMaturityApi(), '/maturity/checks');

    expect(
      await screen.findByRole('link', { name: 'Every change is built by CI' }),
    ).toHaveAttribute('href', '/maturity/checks/ci-pipeline');
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('says beside a check how many services the list behind the number has', async () => {
    const api = new SampleMaturityApi();
    await showPage(api, '/maturity/checks');

    const numbers = await screen.findAllByRole('link', {
      name: /^\d+ (Fails|Unknown)$/,
    });
    expect(numbers.length).toBeGreaterThan(10);
    for (const number of numbers) {
      const [, search] = (number.getAttribute('href') ?? '').split('?');
      const { totalItems } = await api.listScorecards(
        parseServicesQuery(new URLSearchParams(search)),
      );
      expect([search, number.getAttribute('aria-label')]).toEqual([
        search,
        expect.stringMatching(new RegExp(`^${totalItems} `)),
      ]);
    }
  });

  it('shows what a check asks, how to pass it and who fails', async () => {
    const api = new SampleMaturityApi();
    const { counts } = await api.getCheck('golden-path-origin');
    await showPage(api, '/maturity/checks/golden-path-origin');

    const how = await screen.findByRole('region', { name: 'How to pass it' });
    expect(how).toHaveTextContent(remedyOf('golden-path-origin'));
    expect(
      within(
        screen.getByRole('region', { name: 'How services stand' }),
      ).getByRole('link', { name: `${counts.fail} Fails` }),
    ).toHaveAttribute(
      'href',
      '/maturity/services?check=golden-path-origin&status=fail',
    );
    expect(
      within(screen.getByRole('region', { name: 'Who fails' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(Math.min(10, counts.fail));
    await screen.findByRole('img', { name: /^From Aug 26, 2026 to/ });
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('says so when there is no such check, though the list refuses it first', async () => {
    const api = new SampleMaturityApi();
    jest
      .spyOn(api, 'listScorecards')
      .mockRejectedValue(new Error('check must be one of many.'));
    jest.spyOn(api, 'getCheck').mockImplementation(async id => {
      await new Promise(resolve => setTimeout(resolve));
      throw new NotFoundError(`There is no check "${id}".`);
    });
    await showPage(api, '/maturity/checks/no-such');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The check "no-such" does not exist',
    );
  });
});

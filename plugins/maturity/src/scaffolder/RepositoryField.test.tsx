import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { seriousFaults } from '../__testUtils__';
import { answer, owner, showRepository } from './__testUtils__/showRepository';

describe('MaturityRepository', () => {
  it('begins with the only host and the name of the service', async () => {
    const { name, asked, value } = await showRepository();

    expect(name).toHaveValue('checkout');
    expect(screen.getByText('On github.com')).toBeInTheDocument();
    expect(screen.queryByLabelText('Host')).not.toBeInTheDocument();
    await waitFor(() =>
      expect(value()).toEqual({ repoUrl: 'github.com?owner=&repo=checkout' }),
    );
    expect(
      screen.getByRole('group', { name: 'Repository' }),
    ).toHaveAccessibleDescription('Made for the service.');
    expect(asked).toEqual([]);
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('says that a repository is free, and asks once for what was typed', async () => {
    const { asked, value } = await showRepository();
    await userEvent.type(owner(), 'acme');

    expect(
      screen.getByText('Checking whether “acme/checkout” is free'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        '“acme/checkout” is free, as far as this portal can see.',
      ),
    ).toBeInTheDocument();
    expect(value()).toEqual({ repoUrl: 'github.com?owner=acme&repo=checkout' });
    expect(asked.at(-1)).toBe('github.com?owner=acme&repo=checkout');
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('says that a repository exists, and leads to it', async () => {
    const { name } = await showRepository({
      answers: async () => answer(false),
    });
    await userEvent.type(owner(), 'acme');

    expect(
      await screen.findByText(/“acme\/checkout” exists already\./),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^Open it/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/checkout',
    );
    expect(name).toBeInvalid();
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('says when nobody knows', async () => {
    await showRepository({
      answers: async () => new Response('{}', { status: 503 }),
    });
    await userEvent.type(owner(), 'acme');

    expect(
      await screen.findByText(
        /Whether “acme\/checkout” is free could not be checked\. You can go on/,
      ),
    ).toBeInTheDocument();
    expect(owner()).toBeValid();
  });

  it('says what is wrong with the form without asking', async () => {
    const { name, asked } = await showRepository();
    await userEvent.type(owner(), '/acme');
    expect(
      screen.getByText(/Give one organization or user/),
    ).toBeInTheDocument();
    expect(owner()).toBeInvalid();

    await userEvent.clear(owner());
    await userEvent.clear(name);
    await userEvent.type(name, 'a/b');
    expect(screen.getByText(/dashes for the name/)).toBeInTheDocument();
    expect(name).toBeInvalid();
    expect(asked).toEqual([]);
  });

  it('takes groups of groups on GitLab', async () => {
    const { value } = await showRepository({
      options: { allowedHosts: ['gitlab.com'] },
    });
    await userEvent.type(owner('Group'), 'acme/money');

    expect(
      await screen.findByText(/“acme\/money\/checkout” is free/),
    ).toBeInTheDocument();
    expect(value()).toEqual({
      repoUrl: 'gitlab.com?owner=acme%2Fmoney&repo=checkout',
    });
  });

  it('lets choose among hosts', async () => {
    const { value } = await showRepository({
      options: { allowedHosts: ['github.com', 'git.acme.test'] },
    });
    await userEvent.type(owner(), 'acme');
    await userEvent.selectOptions(
      screen.getByLabelText('Host'),
      'git.acme.test',
    );

    expect(owner('Organization, user or group')).toHaveValue('acme');
    await waitFor(() =>
      expect(value()).toEqual({
        repoUrl: 'git.acme.test?owner=acme&repo=checkout',
      }),
    );
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('drops an answer that comes too late', async () => {
    let finish = (_: Response) => {};
    const { name, asked } = await showRepository({
      answers: repoUrl =>
        repoUrl.endsWith('checkout')
          ? new Promise(resolve => {
              finish = resolve;
            })
          : Promise.resolve(answer(true)),
    });
    await userEvent.type(owner(), 'acme');
    await waitFor(() =>
      expect(asked).toContain('github.com?owner=acme&repo=checkout'),
    );
    await userEvent.type(name, '2');
    expect(
      await screen.findByText(/“acme\/checkout2” is free/),
    ).toBeInTheDocument();
    finish(answer(false));
    await new Promise(resolve => setTimeout(resolve, 50));

    expect(screen.getByText(/“acme\/checkout2” is free/)).toBeInTheDocument();
  });

  it('keeps what the form has, but for a host that is not allowed any more', async () => {
    const { name, value } = await showRepository({
      given: 'github.com?owner=acme&repo=shop',
      options: { allowedHosts: ['gitlab.com'] },
    });

    expect(name).toHaveValue('shop');
    expect(owner('Group')).toHaveValue('acme');
    await waitFor(() =>
      expect(value()).toEqual({ repoUrl: 'gitlab.com?owner=acme&repo=shop' }),
    );
  });

  it('does not put back a name that was removed', async () => {
    const { name, value } = await showRepository();
    await userEvent.clear(name);

    expect(name).toHaveValue('');
    expect(value()).toEqual({ repoUrl: 'github.com?owner=&repo=' });
  });
});

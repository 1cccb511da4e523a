import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { seriousFaults } from '../__testUtils__';
import { FormOf } from './__testUtils__/FormOf';
import { LazyRepositoryField } from './LazyRepositoryField';

/** Answers for a repository as the scaffolder writes it. */
type Answer = (repoUrl: string) => Promise<Response>;

function answer(isFree: boolean, path = 'acme/checkout'): Response {
  return Response.json({ isFree, url: `https://github.com/${path}` });
}

async function show(
  options: { answers?: Answer; hosts?: string[]; given?: string } = {},
) {
  const { answers = async () => answer(true), given } = options;
  const { hosts = ['github.com'] } = options;
  const asked: string[] = [];
  const changes: unknown[] = [];
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [discoveryApiRef, { getBaseUrl: async id => `https://p.test/${id}` }],
        [
          fetchApiRef,
          {
            fetch: async input => {
              const { searchParams } = new URL(String(input));
              const repoUrl = searchParams.get('repoUrl') ?? '';
              asked.push(repoUrl);
              return answers(repoUrl);
            },
          },
        ],
      ]}
    >
      <FormOf
        name="repoUrl"
        schema={{
          type: 'string',
          title: 'Repository',
          description: 'Made for the service.',
          default: given,
        }}
        uiSchema={{ 'ui:options': { allowedHosts: hosts } }}
        formContext={{ formData: { name: 'checkout' } }}
        field={LazyRepositoryField}
        onChange={value => changes.push(value)}
      />
    </TestApiProvider>,
  );
  const name = await screen.findByRole('textbox', {
    name: 'Name of the repository',
  });
  return { name, asked, value: () => changes.at(-1) };
}

const owner = (label = 'Organization or user') =>
  screen.getByRole('textbox', { name: label });

describe('MaturityRepository', () => {
  it('begins with the only host and the name of the service', async () => {
    const { name, asked, value } = await show();

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
    const { asked, value } = await show();
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
    const { name } = await show({ answers: async () => answer(false) });
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
    await show({ answers: async () => new Response('{}', { status: 503 }) });
    await userEvent.type(owner(), 'acme');

    expect(
      await screen.findByText(
        /Whether “acme\/checkout” is free could not be checked\. You can go on/,
      ),
    ).toBeInTheDocument();
    expect(owner()).toBeValid();
  });

  it('says what is wrong with the form without asking', async () => {
    const { name, asked } = await show();
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
    const { value } = await show({ hosts: ['gitlab.com'] });
    await userEvent.type(owner('Group'), 'acme/money');

    expect(
      await screen.findByText(/“acme\/money\/checkout” is free/),
    ).toBeInTheDocument();
    expect(value()).toEqual({
      repoUrl: 'gitlab.com?owner=acme%2Fmoney&repo=checkout',
    });
  });

  it('lets choose among hosts', async () => {
    const { value } = await show({ hosts: ['github.com', 'git.acme.test'] });
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
    const { name, asked } = await show({
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
    const { name, value } = await show({
      given: 'github.com?owner=acme&repo=shop',
      hosts: ['gitlab.com'],
    });

    expect(name).toHaveValue('shop');
    expect(owner('Group')).toHaveValue('acme');
    await waitFor(() =>
      expect(value()).toEqual({ repoUrl: 'gitlab.com?owner=acme&repo=shop' }),
    );
  });

  it('does not put back a name that was removed', async () => {
    const { name, value } = await show();
    await userEvent.clear(name);

    expect(name).toHaveValue('');
    expect(value()).toEqual({ repoUrl: 'github.com?owner=&repo=' });
  });
});

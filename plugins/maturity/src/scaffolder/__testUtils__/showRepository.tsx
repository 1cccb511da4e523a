import type { Entity } from '@backstage/catalog-model';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { LazyRepositoryField } from '../LazyRepositoryField';
import { FormOf } from './FormOf';

/** Answers for a repository as the scaffolder writes it. */
type Answer = (repoUrl: string) => Promise<Response>;

/** What the scaffolder's backend says of a repository. */
export function answer(isFree: boolean, path = 'acme/checkout'): Response {
  return Response.json({ isFree, url: `https://github.com/${path}` });
}

/** Shows the field in a form; answers are counted, and each repository is free unless they say otherwise. */
export async function showRepository(
  given: {
    answers?: Answer;
    /** What the template writes below `ui:options`. */
    options?: object;
    /** The value that the form begins with. */
    given?: string;
    /** What the rest of the form holds. */
    form?: object;
    entities?: Entity[];
  } = {},
) {
  const { answers = async () => answer(true), entities = [] } = given;
  const { options = { allowedHosts: ['github.com'] } } = given;
  const { form = { name: 'checkout' } } = given;
  const asked: string[] = [];
  const changes: unknown[] = [];
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalogApiMock({ entities })],
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
          default: given.given,
        }}
        uiSchema={{ 'ui:options': options }}
        formContext={{ formData: form }}
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

/** The input of the owner, by what the host calls it. */
export function owner(label = 'Organization or user'): HTMLElement {
  return screen.getByRole('textbox', { name: label });
}

import type { Entity } from '@backstage/catalog-model';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  type ScaffolderApi,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { componentOf, seriousFaults } from '../../__testUtils__';
import { annotateTemplateRouteRef } from '../../routes';
import { AppliedContext } from './AppliedContext';
import { FixDialog } from './FixDialog';

const TEMPLATE: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'annotate-service', namespace: 'default' },
  spec: { type: 'practice' },
};

const LOCAL = 'file:/services/checkout/catalog-info.yaml';
const GITHUB =
  'url:https://github.com/acme/checkout/blob/main/catalog-info.yaml';

function entityAt(location: string): Entity {
  const entity = componentOf('checkout');
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { 'backstage.io/managed-by-location': location },
    },
  };
}

type Ending = { error: { message: string } } | { output: object };

/** A scaffolder that ends each run in the given way, and what it was asked to do. */
function scaffolderThat(
  ending: Ending,
  publishing: 'completed' | 'skipped' = 'completed',
) {
  const asked: unknown[] = [];
  const logs: ReturnType<ScaffolderApi['streamLogs']> = {
    [Symbol.observable]: () => logs,
    subscribe: (observer: unknown) => {
      const event = {
        type: 'completion' as const,
        body: { message: '', ...ending },
        createdAt: '',
        id: '1',
        taskId: 'task-1',
      };
      const log = {
        ...event,
        type: 'log' as const,
        body: {
          stepId: 'annotate',
          message: '\u001b[32minfo\u001b[39m: Edited one file.',
        },
      };
      const published = {
        ...event,
        type: 'log' as const,
        body: { stepId: 'publish', status: publishing, message: '' },
      };
      if (isObserver(observer)) {
        observer.next?.(log);
        observer.next?.(published);
        observer.next?.(event);
      }
      return { closed: false, unsubscribe: () => {} };
    },
  };
  const api = {
    scaffold: async (options: unknown) => {
      asked.push(options);
      return { taskId: 'task-1' };
    },
    getTask: async () => ({
      id: 'task-1',
      status: 'processing' as const,
      createdAt: '',
      spec: {
        apiVersion: 'scaffolder.backstage.io/v1beta3' as const,
        parameters: {},
        output: {},
        steps: [
          {
            id: 'annotate',
            name: 'Edit the catalog file',
            action: 'maturity:catalog:annotate',
          },
          {
            id: 'publish',
            name: 'Put the change into the service',
            action: 'maturity:publish:local',
          },
        ],
      },
    }),
    streamLogs: () => logs,
  };
  return { api, asked };
}

function isObserver(value: unknown): value is { next?(event: object): void } {
  return typeof value === 'object' && value !== null && 'next' in value;
}

async function open(
  location: string,
  scaffolder: Partial<ReturnType<typeof scaffolderThat>['api']>,
) {
  const entity = entityAt(location);
  const onClose = jest.fn();
  const onApplied = jest.fn();
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalogApiMock({ entities: [entity, TEMPLATE] })],
        [discoveryApiRef, { getBaseUrl: async () => 'https://portal.test' }],
        [
          fetchApiRef,
          {
            fetch: async () =>
              Response.json({
                isFree: false,
                location: 'file:/services/checkout',
              }),
          },
        ],
        [scaffolderApiRef, scaffolder],
      ]}
    >
      <AppliedContext.Provider value={onApplied}>
        <FixDialog
          entity={entity}
          request={{ is: 'annotate' }}
          onClose={onClose}
        />
      </AppliedContext.Provider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/:namespace/:templateName': annotateTemplateRouteRef,
      },
    },
  );
  const dialog = screen.getByRole('dialog');
  await userEvent.selectOptions(within(dialog).getByLabelText('Tier'), '1');
  return { dialog, onClose, onApplied };
}

describe('applying a fix', () => {
  it('changes a local service, and looks again', async () => {
    const { api, asked } = scaffolderThat({ output: {} });
    const { dialog, onClose, onApplied } = await open(LOCAL, api);

    expect(
      await within(dialog).findByText(/It becomes a commit/),
    ).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Apply the change' }),
    );

    expect(
      await within(dialog).findByText('The change is made'),
    ).toBeInTheDocument();
    expect(asked).toEqual([
      {
        templateRef: 'template:default/annotate-service',
        values: {
          entity: 'component:default/checkout',
          annotations: { 'maturity/tier': '1' },
          destination: 'local',
          catalogFile: 'catalog-info.yaml',
        },
      },
    ]);
    expect(within(dialog).queryByLabelText('Tier')).not.toBeInTheDocument();
    expect(await seriousFaults(dialog)).toEqual([]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Evaluate again' }),
    );
    expect(onClose).toHaveBeenCalled();
    expect(onApplied).toHaveBeenCalled();
  });

  it('does not claim a change where the file had it already', async () => {
    const { api } = scaffolderThat({ output: {} }, 'skipped');
    const { dialog } = await open(LOCAL, api);

    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Apply the change' }),
    );

    expect(
      await within(dialog).findByText('The file says so already'),
    ).toBeInTheDocument();
    expect(dialog).not.toHaveTextContent('The change is made');
    expect(
      within(dialog).getByRole('button', { name: 'Evaluate again' }),
    ).toBeInTheDocument();
  });

  it('proposes a change of a service on a host, and leads to it', async () => {
    const url = 'https://github.com/acme/checkout/pull/7';
    const { api, asked } = scaffolderThat({
      output: { links: [{ title: 'Open the pull request', url }] },
    });
    const { dialog } = await open(GITHUB, api);

    await userEvent.click(
      await within(dialog).findByRole('button', {
        name: 'Open a pull request',
      }),
    );

    expect(
      await within(dialog).findByRole('link', { name: /pull request/ }),
    ).toHaveAttribute('href', url);
    expect(asked).toMatchObject([
      { values: { repoUrl: 'github.com?owner=acme&repo=checkout' } },
    ]);
  });

  it('says why the change was not made, and goes back to the form', async () => {
    const { api } = scaffolderThat({ error: { message: 'No such file.' } });
    const { dialog, onApplied } = await open(LOCAL, api);
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Apply the change' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The change was not madeNo such file.',
    );
    const log = within(dialog).getByRole('region', {
      name: 'What it did so far',
    });
    expect(log).toHaveTextContent('info: Edited one file.');
    expect(log).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Keep editing' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Back' }));

    expect(within(dialog).getByLabelText('Tier')).toHaveValue('1');
    expect(onApplied).not.toHaveBeenCalled();
  });

  it('says that a person may not run the template', async () => {
    const { api } = scaffolderThat({ output: {} });
    const { dialog } = await open(LOCAL, {
      ...api,
      scaffold: () => Promise.reject(new Error('Not allowed.')),
    });
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Apply the change' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The change was not madeNot allowed.',
    );
    expect(within(dialog).getByLabelText('Tier')).toHaveValue('1');
  });

  it('leaves a file that is elsewhere to a download, and then to the form', async () => {
    const { api } = scaffolderThat({ output: {} });
    const { dialog } = await open('file:/else/checkout/catalog-info.yaml', api);

    expect(
      await within(dialog).findByRole('button', { name: 'Review in the form' }),
    ).toBeInTheDocument();
    expect(
      within(dialog).queryByRole('button', { name: 'Apply the change' }),
    ).not.toBeInTheDocument();
    const download = within(dialog).getByRole('button', { name: 'Download' });
    expect(
      download.compareDocumentPosition(
        within(dialog).getByRole('button', { name: 'Review in the form' }),
      ) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
  });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SampleMaturityApi, services } from '../../../dev/sample';
import { newSystem, seriousFaults } from '../../__testUtils__';

interface Saved {
  name: string;
  blob: Blob;
}

/** Keeps what the page saves; there is no folder for downloads here. */
function catchDownloads(): Saved[] {
  const saved: Saved[] = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob: Blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      const blob = blobs.get(this.href);
      if (blob) saved.push({ name: this.download, blob });
    });
  return saved;
}

/** One team's services. */
const FEW = services.slice(0, 5);

describe('CSV', () => {
  const { showPage } = newSystem;

  let saved: Saved[];
  beforeEach(() => {
    saved = catchDownloads();
  });
  afterEach(() => jest.restoreAllMocks());

  async function show(
    search = '',
    api = new SampleMaturityApi({ services: FEW }),
  ) {
    await showPage(api, `/maturity/services${search}`);
    await screen.findByRole('table', { name: 'Services' });
    return api;
  }

  function button() {
    return screen.getByRole('button', { name: 'Download as CSV' });
  }

  it('saves all that the filters find in their order, whatever page is shown', async () => {
    const api = await show(
      '?owner=group:default/payments&sort=-level:devops&cursor=1',
    );
    const exported = jest.spyOn(api, 'exportScorecards');

    await userEvent.click(button());

    expect(
      await screen.findByText(/^Saved as maturity-services-/),
    ).toBeInTheDocument();
    expect(exported).toHaveBeenCalledWith(
      { owner: ['group:default/payments'], sort: '-level:devops' },
      { signal: expect.any(AbortSignal) },
    );
    expect(saved).toHaveLength(1);
    expect(saved[0].name).toMatch(/^maturity-services-\d{4}-\d\d-\d\d\.csv$/);
    expect(saved[0].blob.type).toBe('text/csv;charset=utf-8');
    expect(await saved[0].blob.text()).toBe(
      [
        'entity',
        'component:default/ledger',
        'component:default/payment-gateway',
        'component:default/checkout',
        'component:default/invoice-pdf',
        '',
      ].join('\r\n'),
    );
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('runs once, however often it is pressed, and keeps the focus', async () => {
    const api = await show();
    let finish = (_text: string) => {};
    const exported = jest.spyOn(api, 'exportScorecards').mockReturnValue(
      new Promise<string>(resolve => {
        finish = resolve;
      }),
    );

    await userEvent.click(button());
    const running = await screen.findByRole('button', {
      name: 'Preparing the file',
    });
    expect(running).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(running);
    expect(exported).toHaveBeenCalledTimes(1);
    expect(running).toHaveFocus();

    finish('entity\r\n');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(button()).toHaveFocus();
  });

  it('says what failed, and works the next time', async () => {
    const api = await show();
    jest
      .spyOn(api, 'exportScorecards')
      .mockRejectedValueOnce(new Error('The database is away.'));

    await userEvent.click(button());
    expect(
      await screen.findByText('The file could not be made'),
    ).toBeInTheDocument();
    expect(screen.getByText('The database is away.')).toBeInTheDocument();
    expect(saved).toEqual([]);

    await userEvent.click(button());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(
      screen.queryByText('The file could not be made'),
    ).not.toBeInTheDocument();
  });

  it('gives up a download when the filters change', async () => {
    const api = await show();
    let signal: AbortSignal | undefined;
    jest
      .spyOn(api, 'exportScorecards')
      .mockImplementation((_query, options) => {
        signal = options?.signal;
        return new Promise(() => {});
      });
    await userEvent.click(button());

    await userEvent.click(screen.getByRole('button', { name: 'Stage' }));

    await waitFor(() => expect(signal?.aborted).toBe(true));
    await waitFor(() => expect(button()).toBeEnabled());
    expect(saved).toEqual([]);
  });

  it('has nothing to save where nothing is found', async () => {
    await showPage(
      new SampleMaturityApi({ services: FEW }),
      '/maturity/services?q=no-such',
    );
    await screen.findByRole('heading', {
      name: 'No service fits these filters',
    });

    expect(button()).toBeDisabled();
  });
});

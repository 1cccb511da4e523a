import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { waitForCatalog } from './waitForCatalog';

function readerOf(counts: (number | Error)[]) {
  const asked: (number | Error)[] = [];
  const catalog = catalogServiceMock.mock({
    queryEntities: async () => {
      const next = counts.length > 1 ? counts.shift() : counts[0];
      asked.push(next ?? 0);
      if (next instanceof Error) throw next;
      return { items: [], totalItems: next ?? 0, pageInfo: {} };
    },
  });
  const reader = {
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
  };
  return { reader, asked };
}

describe('waitForCatalog', () => {
  it('waits while the catalog is down, empty or growing', async () => {
    const down = new Error('not yet');
    const { reader, asked } = readerOf([down, 0, 3, 7, 7, 7]);
    await waitForCatalog(reader, new AbortController().signal);

    expect(asked).toEqual([down, 0, 3, 7, 7, 7]);
  });

  it('ends at once when it is told to stop', async () => {
    const { reader, asked } = readerOf([0]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const started = Date.now();
    await waitForCatalog(reader, controller.signal);

    expect(Date.now() - started).toBeLessThan(450);
    expect(asked).toEqual([0]);
  });
});

import { createServer, type Server } from 'node:http';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { zipFile } from '../../__testUtils__/zipFile';
import { readRemoteTree } from './readRemoteTree';

const LIMITS = { maxFiles: 100, maxBytes: 100_000, timeout: 5_000 };

describe('readRemoteTree from a host that sends zip archives', () => {
  let server: Server;
  let host: string;
  let archive: Buffer;

  beforeEach(async () => {
    server = createServer((request, response) => {
      const isCommits = (request.url ?? '').includes('/commits');
      response.end(
        isCommits ? JSON.stringify({ value: [{ commitId: 'c1' }] }) : archive,
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('No address.');
    host = `127.0.0.1:${address.port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  async function read(etag?: string) {
    const config = mockServices.rootConfig({
      data: { integrations: { azure: [{ host }] } },
    });
    const logger = mockServices.logger.mock();
    const reader = UrlReaders.default({ config, logger });
    const url = `http://${host}/org/project/_git/checkout`;
    const { signal } = new AbortController();
    return readRemoteTree(reader, url, { etag, limits: LIMITS, signal });
  }

  it('lists and reads files', async () => {
    archive = zipFile({ 'docs/runbook.md': '# Runbook', 'src/a.ts': '' });
    const { etag, tree } = await read();
    expect(etag).toBe('c1');
    expect(tree.paths).toEqual(['docs/runbook.md', 'src/a.ts']);
    expect(await tree.read('docs/runbook.md')).toBe('# Runbook');
    await expect(read('c1')).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
  });

  it('gives nothing of an archive with names that lead out of it', async () => {
    archive = zipFile({ 'README.md': '# A', '../docs/runbook.md': '# B' });
    await expect(read()).rejects.toThrow('invalid relative path');
  });

  it('refuses one that was cut, and one that is too large', async () => {
    const whole = zipFile({ 'README.md': '# A' });
    archive = whole.subarray(0, whole.length - 30);
    await expect(read()).rejects.toThrow();
    archive = zipFile({
      'a.md': 'x'.repeat(60_000),
      'b.md': 'x'.repeat(60_000),
    });
    await expect(read()).rejects.toThrow('more than 100000 bytes');
  });
});

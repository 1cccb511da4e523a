import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { zipFile } from '../../__testUtils__/zipFile';
import { readRemoteTree } from './readRemoteTree';

const LIMITS = { maxFiles: 100, maxBytes: 100_000, timeout: 3_000 };

describe('readRemoteTree from a host that sends zip archives', () => {
  let server: Server;
  let host: string;
  let archive: Buffer;
  let send: (response: ServerResponse) => void;
  let workingDirectory: string;

  beforeEach(async () => {
    workingDirectory = mkdtempSync(path.join(os.tmpdir(), 'maturity-zip-'));
    send = response => response.end(archive);
    server = createServer((request, response) => {
      if ((request.url ?? '').includes('/commits')) {
        response.end(JSON.stringify({ value: [{ commitId: 'c1' }] }));
      } else send(response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('No address.');
    host = `127.0.0.1:${address.port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    rmSync(workingDirectory, { recursive: true });
  });

  async function read(etag?: string) {
    const config = mockServices.rootConfig({
      data: {
        backend: { workingDirectory },
        integrations: { azure: [{ host }] },
      },
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

  it('stops a download at the limit, although the archive goes to disk first', async () => {
    let sent = 0;
    const closed = new Promise<void>(resolve => {
      send = response => {
        response.on('close', resolve);
        const more = () => {
          if (response.destroyed) return;
          sent += 50_000;
          response.write(Buffer.alloc(50_000, 'x'), more);
        };
        more();
      };
    });

    await expect(read()).rejects.toThrow(
      'The archive has more than 100000 bytes, and no more are read.',
    );
    await closed;
    expect(sent).toBeLessThan(20_000_000);
    expect(readdirSync(workingDirectory)).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['was cut', () => (archive = archive.subarray(0, archive.length - 30))],
    ['is none', () => (archive = Buffer.from('<html>sign in</html>'))],
    [
      'breaks off',
      () =>
        (send = response => {
          response.writeHead(200, { 'Content-Length': archive.length });
          response.write(archive.subarray(0, 40), () => response.destroy());
        }),
    ],
    [
      'leads out of itself',
      () => (archive = zipFile({ 'README.md': '# A', '../b.md': '# B' })),
    ],
    ['never comes', () => (send = response => response.writeHead(200))],
  ])('leaves nothing on disk of an archive that %s', async (_, spoil) => {
    archive = zipFile({ 'README.md': '# A' });
    spoil();
    await expect(read()).rejects.toThrow();
    expect(readdirSync(workingDirectory)).toEqual([]);
  });

  it('keeps no archive open whose files nobody reads', async () => {
    archive = zipFile({ 'README.md': '# A', 'docs/a.md': '# B' });
    const own = '/proc/self/fd';
    const open = () =>
      (existsSync(own) ? readdirSync(own) : []).filter(each => {
        try {
          return readlinkSync(path.join(own, each)).includes(workingDirectory);
        } catch {
          // The one by which the list itself was read is closed by now.
          return false;
        }
      });
    for (let turn = 0; turn < 5; turn++) await read();
    // A file is closed a moment after its stream was told to end.
    for (let wait = 0; wait < 100 && open().length > 0; wait++) await pause(20);
    expect(open()).toEqual([]);
    expect(readdirSync(workingDirectory)).toEqual([]);
  });
});

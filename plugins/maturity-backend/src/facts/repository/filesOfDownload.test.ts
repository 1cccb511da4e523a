import os from 'node:os';
import { Readable } from 'node:stream';
import type { UrlReaderServiceReadTreeResponse } from '@backstage/backend-plugin-api';
import { filesOfDownload } from './filesOfDownload';

/** A response whose archive never ends. */
function endless(
  workDir: string,
  files: () => Promise<never>,
): { response: UrlReaderServiceReadTreeResponse; stream: Readable } {
  const stream = new Readable({ read() {} });
  const none = async () => {
    throw new Error('Nobody asks.');
  };
  const response = {
    stream,
    workDir,
    files,
    etag: 'e',
    archive: none,
    dir: none,
  };
  return { response, stream };
}

describe('filesOfDownload', () => {
  it.each([
    ['the archive is broken', os.tmpdir(), 'broken'],
    ['there is no folder for it', '/nowhere/at/all', 'ENOENT'],
  ])('lets go of the connection when %s', async (_what, workDir, message) => {
    const { response, stream } = endless(workDir, async () => {
      throw new Error('broken');
    });
    const { signal } = new AbortController();
    await expect(
      filesOfDownload(response, { maxBytes: 10, signal, stop: () => {} }),
    ).rejects.toThrow(message);
    expect(stream.destroyed).toBe(true);
  });

  it('lets go of the connection when nobody wants the files any more', async () => {
    const { response, stream } = endless(
      os.tmpdir(),
      () => new Promise(() => {}),
    );
    const signal = AbortSignal.abort(new Error('late'));
    await expect(
      filesOfDownload(response, { maxBytes: 10, signal, stop: () => {} }),
    ).rejects.toThrow('late');
    expect(stream.destroyed).toBe(true);
  });
});

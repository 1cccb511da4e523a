import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import type {
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadTreeResponseFile,
} from '@backstage/backend-plugin-api';
import { untilAborted } from '../../collection/untilAborted';
import { toTreeFault, TreeFault } from './TreeFault';

/** What the portal's responses with an archive hold: its bytes, and the folder for what they write. */
interface ArchiveResponse {
  stream: Readable;
  workDir: string;
}

function holdsArchive(response: object): response is ArchiveResponse {
  return (
    'stream' in response &&
    response.stream instanceof Readable &&
    'workDir' in response &&
    typeof response.workDir === 'string'
  );
}

/** Lets so many bytes through, and tells when there are more. */
function limiter(maxBytes: number, exceeded: () => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else {
        done();
        exceeded();
      }
    },
  });
}

/**
 * The files of a tree. A zip archive is written to disk before the first of its files is looked at, and
 * left there when it is broken; so the download is bounded before, and written to a folder of its own,
 * which goes in any case.
 */
export async function filesOfDownload(
  response: UrlReaderServiceReadTreeResponse,
  options: {
    maxBytes: number;
    signal: AbortSignal;
    /** Aborts the signal. */
    stop: (fault: TreeFault) => void;
  },
): Promise<UrlReaderServiceReadTreeResponseFile[]> {
  const { maxBytes, signal, stop } = options;
  const archive: object = response;
  if (!holdsArchive(archive)) return untilAborted(response.files(), signal);
  const source = archive.stream;
  const bounded = limiter(maxBytes, () =>
    stop(
      new TreeFault(
        `The archive has more than ${maxBytes} bytes, and no more are read.`,
        'lasting',
      ),
    ),
  );
  // Who reads from it waits for its end, which does not come by itself when its source breaks.
  const end = () => {
    source.unpipe(bounded);
    source.destroy();
    bounded.end();
  };
  source.on('error', error => stop(toTreeFault(error)));
  bounded.on('error', error => stop(toTreeFault(error)));
  signal.addEventListener('abort', end, { once: true });
  let folder: string | undefined;
  try {
    folder = await mkdtemp(path.join(archive.workDir, 'maturity-tree-'));
    archive.workDir = folder;
    archive.stream = source.pipe(bounded);
    signal.throwIfAborted();
    return await untilAborted(response.files(), signal);
  } finally {
    signal.removeEventListener('abort', end);
    // An archive that is broken is not read to its end, and would keep its connection.
    source.destroy();
    if (folder !== undefined) {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

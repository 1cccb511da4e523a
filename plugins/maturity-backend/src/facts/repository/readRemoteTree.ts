import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { FileTree } from '@backstage-maturity/plugin-maturity-common';
import { untilAborted } from '../../collection/untilAborted';
import { filesOfDownload } from './filesOfDownload';
import { TreeFault } from './TreeFault';

/** Largest file that is kept while a tree is observed, as on the command line. */
const LARGEST_FILE = 2 * 1024 * 1024;
/** Bytes of one tree that are kept in memory while it is observed. */
const MOST_KEPT = 32 * 1024 * 1024;

// What is only listed by name, and makes up most of the bytes of a repository.
const NEVER_OPENED =
  /\.(?:[cm]?[jt]sx?|go|py|java|kt|scala|rb|php|cs|rs|swift|cc?|cpp|hh?|css|scss|html?|svg|png|jpe?g|gif|webp|ico|pdf|zip|t?gz|jar|war|exe|dll|so|woff2?|ttf|eot|mp[34]|mov|map|csv|sql|lock)$/i;

/** How much of a tree is read. */
export interface RemoteTreeLimits {
  maxFiles: number;
  maxBytes: number;
  /** Milliseconds. */
  timeout: number;
}

/**
 * False for what an archive should not hold, or the command line does not look at. No `.gitignore` is
 * asked: an archive holds what is committed, and git ignores no file that it tracks.
 */
function isListed(path: string): boolean {
  const parts = path.split('/');
  return (
    !path.includes('\0') &&
    !path.includes('\\') &&
    parts.every(part => part !== '' && part !== '.' && part !== '..') &&
    !parts.includes('.git') &&
    !parts.includes('node_modules')
  );
}

function toText(content: Buffer): string | undefined {
  return content.subarray(0, 8_192).includes(0)
    ? undefined
    : content.toString('utf8');
}

/** Counts what arrives, chooses what is kept, and stops the download at its limit. */
class Listing {
  readonly paths: string[] = [];
  complete = true;
  #bytes = 0;
  #kept = 0;

  constructor(
    readonly limits: RemoteTreeLimits,
    readonly stop: (fault: TreeFault) => void,
  ) {}

  /** Whether the content of a file is kept. */
  readonly take = (path: string, size: number): boolean => {
    const { maxBytes, maxFiles } = this.limits;
    this.#bytes += size;
    if (this.#bytes > maxBytes) {
      this.stop(
        new TreeFault(
          `The files have more than ${maxBytes} bytes together, and no more are read.`,
          'lasting',
        ),
      );
      return false;
    }
    if (!isListed(path)) return false;
    if (this.paths.length >= maxFiles) {
      this.complete = false;
      return false;
    }
    this.paths.push(path);
    if (NEVER_OPENED.test(path) || size > LARGEST_FILE) return false;
    if (this.#kept + size > MOST_KEPT) {
      this.complete = false;
      return false;
    }
    this.#kept += size;
    return true;
  };
}

/**
 * Downloads a tree. Nothing of it stays on disk, and links in it are not followed.
 *
 * @throws NotModifiedError when the tree has the given etag
 * @throws TreeFault when it is too large, or late
 * @throws whatever the reader throws
 */
export async function readRemoteTree(
  urlReader: UrlReaderService,
  url: string,
  options: {
    etag: string | undefined;
    limits: RemoteTreeLimits;
    signal: AbortSignal;
  },
): Promise<{ etag: string; tree: FileTree }> {
  const { limits } = options;
  const call = new AbortController();
  const listing = new Listing(limits, fault => call.abort(fault));
  const late = setTimeout(
    () =>
      call.abort(new TreeFault('The host did not answer in time.', 'passing')),
    limits.timeout,
  );
  const signal = AbortSignal.any([options.signal, call.signal]);
  try {
    const reading = urlReader.readTree(url, {
      etag: options.etag,
      signal,
      filter: (path, info) => listing.take(path, info?.size ?? 0),
    });
    const response = await untilAborted(reading, signal);
    const { maxBytes } = limits;
    const stop = (fault: TreeFault) => call.abort(fault);
    const bounds = { maxBytes, signal, stop };
    const found = await filesOfDownload(response, bounds);
    // All of them now: a file of a zip archive that nobody reads keeps the archive open.
    const contents = new Map<string, Buffer>();
    for (const file of found) {
      contents.set(file.path, await untilAborted(file.content(), signal));
    }
    signal.throwIfAborted();
    if (!listing.paths.length) {
      // A page to sign in, or a folder that is not there: proof of nothing.
      throw new TreeFault('The tree holds no files.', 'lasting');
    }
    const remote = new URL(url);
    return {
      etag: response.etag,
      tree: {
        paths: [...new Set(listing.paths)].sort(),
        complete: listing.complete,
        read: async path => {
          const content = isListed(path) ? contents.get(path) : undefined;
          return content && toText(content);
        },
        git: { remote: `${remote.origin}${remote.pathname}` },
      },
    };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

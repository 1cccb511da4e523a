import { isError, ServiceUnavailableError } from '@backstage/errors';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['EFBIG', 'a file would be larger than this machine allows'],
  ['EACCES', 'the portal may not write there'],
  ['EPERM', 'the portal may not write there'],
  ['EROFS', 'it is read-only'],
  ['ENOTDIR', 'it is no folder'],
  ['EEXIST', 'it is no folder'],
]);

/** A fault of the disk in words, without the paths of this machine; any other one as it is. */
export function writeFault(error: unknown): unknown {
  const reason = isError(error) ? REASONS.get(`${error.code}`) : undefined;
  return reason === undefined
    ? error
    : new ServiceUnavailableError(
        `Nothing was written into the folder of local services: ${reason}. Ask whoever runs this portal.`,
      );
}

import { isAbsolute, relative, sep } from 'node:path';

/** A path as people and SARIF read it: relative to the working directory, absolute where that would only climb. */
export function shownPath(cwd: string, path: string): string {
  const short = relative(cwd, path).split(sep).join('/');
  return isAbsolute(short) || short.startsWith('../../../')
    ? path.split(sep).join('/')
    : short || '.';
}

import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { codeOf, whyUnreadable } from './readInput';

/** What a path leads to, or why it leads nowhere. */
export type Look =
  | { stats: Stats }
  | {
      stats?: undefined;
      /** A phrase that goes after the name, such as `does not exist`. */
      why: string;
      /** True when nothing is there; false when something is, or may be, and cannot be looked at. */
      isMissing: boolean;
    };

/**
 * Looks where a path leads, links followed. Never throws: one odd path, such as a link to itself, a name that
 * is too long or a folder that this user may not enter, must not end a run over many.
 */
export function lookAt(path: string): Look {
  try {
    return { stats: statSync(path) };
  } catch (error) {
    const code = codeOf(error);
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return { why: whyUnreadable(error), isMissing };
  }
}

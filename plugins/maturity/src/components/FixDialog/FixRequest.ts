import type { Fix } from '@backstage-maturity/plugin-maturity-common';
import type { Result } from '../../api';

/** What a person asked for. */
export type FixWish =
  | { is: 'fix'; result: Result; title: string }
  | { is: 'annotate' };

/** What a dialog was opened for. */
export type FixRequest =
  | {
      is: 'fix';
      fix: Fix;
      title: string;
      /** Why the check does not pass. */
      reason: string;
    }
  | { is: 'annotate' };

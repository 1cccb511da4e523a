import type { Fix } from '@backstage-maturity/plugin-maturity-common';

/** What a dialog was opened for. */
export type FixRequest =
  | { is: 'fix'; fix: Fix; title: string }
  | { is: 'annotate' };

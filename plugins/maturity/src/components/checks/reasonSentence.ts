import {
  type CheckResult,
  reasonText,
} from '@backstage-maturity/plugin-maturity-common';

/** The wire leaves details open; the sentence takes texts, numbers, truths and lists of texts. */
type Wire = Omit<CheckResult, 'details'> & {
  details?: { readonly [key: string]: unknown };
};

import {
  type ReasonDetails,
  reasonText,
} from '@backstage-maturity/plugin-maturity-common';
import type { Result } from '../../api';

/** Why a check ended as it did, in one sentence. */
export function reasonSentence(
  result: Pick<Result, 'reason' | 'details'>,
): string {
  return reasonText({
    reason: result.reason,
    details: parseDetails(result.details),
  });
}

/** The wire leaves details open; a sentence takes texts, numbers, truths and lists of texts. */
export function parseDetails(details: Result['details'] = {}): ReasonDetails {
  const parsed: [string, ReasonDetails[string]][] = [];
  for (const [key, value] of Object.entries(details)) {
    if (Array.isArray(value)) parsed.push([key, value.map(String)]);
    else if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      parsed.push([key, value]);
    }
  }
  return Object.fromEntries(parsed);
}

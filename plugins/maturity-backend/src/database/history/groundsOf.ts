import type { ReasonDetails } from '@backstage-maturity/plugin-maturity-common';
import type { StoredResult } from '../records';
import type { Grounds } from './HistoryRecord';

// A change is kept for a year and more, so it holds the beginning of what an annotation says, not all of it.
const LONGEST_TEXT = 200;
const LONGEST_LIST = 5;
const MOST_DETAILS = 8;

// Half of a character that takes two units is no character, and half of a reference may be another one,
// which then could not be hidden from those who may not see what the whole one names.
const HALVES = /[\uD800-\uDBFF]$|\b(?!https?:)[a-z][a-z0-9]*:[\w./-]*$/i;

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - 1).replace(HALVES, '')}…`;
}

function isList(
  value: ReasonDetails[string],
): value is Extract<ReasonDetails[string], readonly string[]> {
  return Array.isArray(value);
}

function cutDetails(details: ReasonDetails): ReasonDetails {
  return Object.fromEntries(
    Object.entries(details)
      .slice(0, MOST_DETAILS)
      .map(([key, value]) => {
        if (typeof value === 'string') return [key, cut(value)];
        return [
          key,
          isList(value) ? value.slice(0, LONGEST_LIST).map(cut) : value,
        ];
      }),
  );
}

/** What history keeps of a result. */
export function groundsOf(result: StoredResult): Grounds {
  const { reason, details, evidence } = result;
  const first = evidence.at(0);
  return {
    reason,
    ...(details ? { details: cutDetails(details) } : {}),
    ...(first
      ? {
          evidence: {
            ...first,
            source: cut(first.source),
            value: cut(first.value),
          },
        }
      : {}),
  };
}

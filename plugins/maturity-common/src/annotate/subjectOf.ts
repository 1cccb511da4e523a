import type { Change } from './types';

/** What a change is about: its path for people, and the steps to it in the data. */
export function subjectOf(change: Change): {
  path: string;
  steps: readonly string[];
} {
  switch (change.do) {
    case 'set-annotation':
    case 'remove-annotation':
      return named(['metadata', 'annotations', change.key]);
    case 'set-field':
    case 'remove-field':
      return named(change.path);
    case 'set-link':
    case 'remove-link':
      return named(['metadata', 'links']);
    case 'add-tag':
    case 'remove-tag':
      return named(['metadata', 'tags']);
    default: {
      const unreachable: never = change;
      return unreachable;
    }
  }
}

function named(steps: readonly string[]) {
  return { path: steps.join('.'), steps };
}

/** Texts of the overview. */
export const overviewMessages = {
  advice: {
    title: 'What your organization needs next',
    confidence: {
      high: 'The catalog knows enough for this to be sure.',
      medium: 'Some facts are missing in the catalog; this is a good guess.',
      low: 'Many facts are missing in the catalog; take this as a hint.',
    },
    more: 'Why, and what can wait',
    actions: 'Do next',
    unavailable: 'There is no advice at the moment.',
  },
  stages: {
    title: 'Where your services stand',
  },
  teams: {
    title: 'Teams and tracks',
    note: 'The team with most to gain comes first; the order says nothing about effort or skill.',
    all: 'Show all {{total}} teams',
    fewer: 'Show fewer teams',
    empty: 'No team owns a service yet.',
  },
  leverage: {
    title: 'Fixes that lift most services',
    fails_one: '{{count}} service fails it',
    fails_other: '{{count}} services fail it',
    unknown_one: '{{count}} unknown',
    unknown_other: '{{count}} unknown',
    empty: 'Nothing is open. Keep it that way.',
  },
  freshness: {
    newest: 'Last complete reading of the catalog {{when}}.',
    counts:
      '{{total}} services read, {{evaluated}} evaluated again, {{removed}} removed.',
    failing:
      'The catalog could not be read {{when}}. You see the scorecards stored {{since}}.',
    failingNever:
      'The catalog could not be read {{when}}. You see the scorecards stored before.',
    running: 'A new reading is under way.',
    reason: 'What went wrong: {{error}}',
  },
  problems: {
    title_one: '{{count}} mistake in the configuration',
    title_other: '{{count}} mistakes in the configuration',
    line: '{{path}} is {{value}}; expected {{expected}}.',
    disabled: 'The check "{{check}}" is off until then.',
  },
  pending: {
    title: 'The first reading of the catalog is under way',
    text: 'Scorecards appear here as soon as it is done, usually within a minute. This page looks again by itself.',
    counted_one: '{{count}} service read so far.',
    counted_other: '{{count}} services read so far.',
    failedTitle: 'The catalog could not be read yet',
    failed: 'It is tried again on its own. What went wrong: {{error}}',
  },
  empty: {
    title: 'No services yet',
    text: 'Your catalog holds no components that you may see. Add one, and its scorecard appears here.',
  },
} as const;

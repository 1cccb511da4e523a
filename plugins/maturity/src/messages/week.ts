/** Texts of what changed this week. */
export const weekMessages = {
  title: 'What changed this week',
  rose_one: '{{count}} service rose.',
  rose_other: '{{count}} services rose.',
  fell_one: '{{count}} service fell.',
  fell_other: '{{count}} services fell.',
  atLeast: 'More has changed than is counted here.',
  nothing: 'No service has another level than seven days ago.',
  nothingSince: 'No service has another level than on {{day}}.',
  list: 'Services whose level changed, the most important first',
  others_one: '{{count}} more service has changed.',
  others_other: '{{count}} more services have changed.',
  never:
    'Nothing has been counted yet. Changes appear here after the first complete reading of the catalog.',
  since:
    'Changes are kept since {{day}}, which is less than a week, so you see what changed since then.',
  numbers: {
    title: 'Then and now',
    label: 'Services by stage, then and now',
    stage: 'Stage',
    change: 'Change',
    total: 'All services',
    same: 'none',
    definitions:
      'Checks or settings changed in between, so a difference may come from them.',
    notAllowed:
      'These numbers count the whole organization, and your account may not read all of its scorecards.',
    none: 'There is no earlier day to compare with yet.',
  },
} as const;

/** Texts of the editor of objectives. */
export const sloMessages = {
  lead: 'An objective says which share of the time or of the events must be good within a window. What is left is the error budget: what may go wrong before it matters.',
  item: 'Objective {{number}}',
  indicator: 'What is measured',
  indicators: {
    availability: 'Availability',
    latency: 'Latency',
    errors: 'Errors',
    throughput: 'Throughput',
    freshness: 'Freshness',
    correctness: 'Correctness',
    durability: 'Durability',
  },
  bound: 'Bound',
  boundHelp: 'Optional, such as 300ms',
  objective: 'Objective in percent',
  window: 'Window',
  windowHelp: 'Such as 30d or 4w',
  add: 'Add an objective',
  remove: 'Remove objective {{number}}',
  asText: 'Edit as text',
  asForm: 'Edit in fields',
  text: 'Objectives as text',
  downtime: 'Allowed downtime per window: {{time}} in {{days}} days',
  share:
    'Allowed to miss it: {{share}}% of events, as much as {{time}} in {{days}} days',
  minutes_one: '{{minutes}} minute',
  minutes_other: '{{minutes}} minutes',
  hundred:
    'An objective of 100% leaves no error budget, so every deployment and every fault would break it. Choose less, such as 99.95.',
  problem: 'Expected {{expected}}.',
} as const;

/** Texts of charts over time. */
export const trendMessages = {
  title: 'The last 90 days',
  none: 'No day has been counted yet. The first one appears after the next complete reading of the catalog.',
  oneDay:
    'So far only one day has been counted, {{day}}, so the trend is unknown. It begins with the second day.',
  definitions: 'Definitions changed',
  showTable: 'Show as a table',
  hideTable: 'Hide the table',
  table: 'Days on which a number changed',
  tableOf: 'Days on which a number of {{of}} changed',
  dayColumn: 'Day (UTC)',
} as const;

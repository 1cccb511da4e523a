/** Texts of the tab of groups, systems and domains. */
export const setMessages = {
  tracks: {
    title: 'Levels per track',
    minimum: 'Lowest service: {{level}}',
    share:
      'A set has a level when at least {{percent}} of its services in production have it. Open a number to see the services behind it.',
    noData: 'No data',
  },
  stages: { title: 'Where the services stand' },
  figures: {
    services_one: 'service',
    services_other: 'services',
    production: 'in production',
    experimental: 'experimental',
    leaving: 'leaving',
  },
  map: {
    column: { group: 'Team', system: 'System' },
    services: 'Services',
    nobody: 'Without an owner',
  },
  children: {
    group: 'Child teams',
    system: 'Parts',
    domain: 'Systems',
  },
  members: { title: 'Services', list: 'Open as a list with filters' },
  empty: {
    title: 'No services here',
    text: 'No component that you may see belongs here. Its scorecard appears when one does.',
  },
  notAvailable: {
    title: 'No roll-up here',
    text: 'Roll-ups exist for groups, systems and domains. This entity is a {{kind}}.',
  },
} as const;

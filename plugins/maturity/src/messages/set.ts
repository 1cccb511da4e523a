/** Texts of the tab of groups, systems and domains. */
export const setMessages = {
  tracks: {
    title: 'Levels per track',
    minimum: 'Lowest service: {{level}}',
    share:
      'The set has a level when at least {{percent}} of its services in production have it.',
  },
  stages: { title: 'Where the services stand' },
  summary: {
    services_one: '{{count}} service',
    services_other: '{{count}} services',
    experimental: '{{number}} experimental',
    deprecated: '{{number}} leaving',
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

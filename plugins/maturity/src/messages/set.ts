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
  trend: {
    sameServices_one: '{{count}} service, as on {{day}}.',
    sameServices_other: '{{count}} services, as many as on {{day}}.',
    moreServices_one: '{{count}} service, {{change}} more than on {{day}}.',
    moreServices_other: '{{count}} services, {{change}} more than on {{day}}.',
    fewerServices_one: '{{count}} service, {{change}} fewer than on {{day}}.',
    fewerServices_other:
      '{{count}} services, {{change}} fewer than on {{day}}.',
    sameLevels_one: '{{count}} level earned, as on {{day}}.',
    sameLevels_other: '{{count}} levels earned, as many as on {{day}}.',
    moreLevels_one: '{{count}} level earned, {{change}} more than on {{day}}.',
    moreLevels_other:
      '{{count}} levels earned, {{change}} more than on {{day}}.',
    fewerLevels_one:
      '{{count}} level earned, {{change}} fewer than on {{day}}.',
    fewerLevels_other:
      '{{count}} levels earned, {{change}} fewer than on {{day}}.',
    label:
      '{{track}}, services by level. {{from}}: {{before}}. {{to}}: {{now}}.',
    day: '{{day}}: {{counts}}',
    part: '{{level}} {{number}}',
    restricted:
      'Your account may not read every scorecard, so you see the days on which exactly the services of today were counted.',
    hidden:
      'There is no trend that you may see. A trend counts everything that belongs here, and your account may not read every scorecard.',
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

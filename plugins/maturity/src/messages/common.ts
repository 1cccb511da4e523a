/** Texts that several pages share. */
export const commonMessages = {
  title: 'Maturity',
  overviewTab: 'Overview',
  servicesTab: 'Services',
  adviceTab: 'What next',
  checksTab: 'Checks',
  operatorTab: 'Operation',
  retry: 'Try again',
  loading: 'Loading',
  services_one: '{{count}} service',
  services_other: '{{count}} services',
  error: {
    title: 'This could not be loaded',
    keptTitle: 'This could not be updated; you see what was known before',
    unreachable: 'The portal could not be reached.',
    notAllowedTitle: 'You may not see this',
    notAllowed:
      'Your account has no permission to read these scorecards. Ask the people who run this portal if you need it.',
  },
} as const;

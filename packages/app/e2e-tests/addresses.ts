/** A page of ours as a browser finds it. */
export interface PageAddress {
  /** Name in test titles: "shows <title> without errors". */
  title: string;
  address: string;
  /** Text that stands there once the page has its data. */
  landmark: string;
}

/** Every page, tab and card of the plugin in the demo organization, by the name of its picture. */
export const addresses = {
  overview: {
    title: 'the overview',
    address: '/maturity',
    landmark: 'Fixes that lift most services',
  },
  services: {
    title: 'the services',
    address: '/maturity/services',
    landmark: 'API Gateway',
  },
  advice: {
    title: 'the advice',
    address: '/maturity/advice',
    landmark: 'Three models, three verdicts',
  },
  checks: {
    title: 'the checks',
    address: '/maturity/checks',
    landmark: 'Responders have a runbook',
  },
  check: {
    title: 'a check',
    address: '/maturity/checks/runbook-linked',
    landmark: 'How to pass it',
  },
  operation: {
    title: 'the operation',
    address: '/maturity/operator',
    landmark: 'Readings of the catalog',
  },
  service: {
    title: 'the tab of a service',
    address: '/catalog/default/component/courier-payouts/maturity',
    landmark: 'What blocks the next level',
  },
  'service-complete': {
    title: 'the tab of a service that has everything',
    address: '/catalog/default/component/api-gateway/maturity',
    landmark: 'All checks',
  },
  card: {
    title: 'the card of a service',
    address: '/catalog/default/component/eta-model',
    landmark: 'See all checks',
  },
  group: {
    title: 'the tab of a team',
    address: '/catalog/default/group/booking/maturity',
    landmark: 'Levels per track',
  },
  'group-tree': {
    title: 'the tab of a group with child teams',
    address: '/catalog/default/group/commercial-engineering/maturity',
    landmark: 'Child teams',
  },
  system: {
    title: 'the tab of a system',
    address: '/catalog/default/system/booking/maturity',
    landmark: 'Levels per track',
  },
  domain: {
    title: 'the tab of a domain',
    address: '/catalog/default/domain/commerce/maturity',
    landmark: 'Levels per track',
  },
} as const satisfies Record<string, PageAddress>;

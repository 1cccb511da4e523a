/** A service of the sample: what it is, and how far it is on each track (3.5 is half of level 4). */
export interface SampleService {
  name: string;
  title?: string;
  description: string | null;
  owner: string;
  system: string | null;
  type: string;
  lifecycle: 'production' | 'experimental' | 'deprecated';
  tier: 1 | 2 | 3 | 4 | null;
  devops: number;
  sre: number;
  platform: number;
  /** Nothing is known but what every catalog tells: no annotation, no repository. */
  bare?: boolean;
}

type Row = readonly [
  name: string,
  owner: string,
  system: string | null,
  type: string,
  tier: SampleService['tier'],
  devops: number,
  sre: number,
  platform: number,
  lifecycle?: SampleService['lifecycle'],
];

const ROWS: readonly Row[] = [
  ['checkout', 'payments', 'shop', 'service', 1, 2.4, 1.6, 2.2],
  ['payment-gateway', 'payments', 'shop', 'service', 1, 3.6, 3.2, 3.4],
  ['ledger', 'payments', 'accounting', 'service', 1, 4, 4, 4],
  ['invoice-pdf', 'payments', 'accounting', 'job', 3, 1.2, 1.5, 1],
  ['fraud-scoring', 'risk', 'shop', 'ml-service', 2, 2.5, 1.2, 1.5],
  ['fraud-features', 'risk', 'shop', 'job', 4, 1.5, 1, 1],
  ['risk-rules', 'risk', null, 'library', null, 2.8, 0, 2.3],
  ['search-api', 'discovery', 'catalogue', 'service', 2, 3, 2.6, 2.5],
  ['search-indexer', 'discovery', 'catalogue', 'job', 3, 2, 1, 1.5],
  ['recommendations', 'discovery', 'catalogue', 'ml-service', 3, 0.8, 0.4, 0.5],
  ['product-pages', 'storefront', 'shop', 'website', 2, 3.4, 2, 3],
  ['design-system', 'storefront', null, 'library', null, 4, 0, 4],
  [
    'legacy-basket',
    'storefront',
    'shop',
    'service',
    2,
    0.6,
    0,
    0.4,
    'deprecated',
  ],
  [
    'gift-cards',
    'storefront',
    'shop',
    'service',
    3,
    0.3,
    0,
    0.6,
    'experimental',
  ],
  ['identity', 'accounts', 'identity', 'service', 1, 2.7, 2.2, 1.8],
  ['sessions', 'accounts', 'identity', 'service', 2, 2.1, 1.4, 1.2],
  ['profile-store', 'accounts', 'identity', 'service', null, 1.4, 0.7, 1.1],
  ['warehouse-sync', 'logistics', 'fulfilment', 'job', 3, 1, 0.5, 0.5],
  ['route-planner', 'logistics', 'fulfilment', 'service', 2, 1.8, 1, 0.9],
  ['label-printer', 'logistics', 'fulfilment', 'service', 4, 0.5, 0.5, 0],
];

/** Twenty services of seven teams, every stage among them. */
export const services: readonly SampleService[] = ROWS.map(
  ([name, owner, system, type, tier, devops, sre, platform, lifecycle]) => ({
    name,
    description: null,
    owner: `group:default/${owner}`,
    system: system && `system:default/${system}`,
    type,
    lifecycle: lifecycle ?? 'production',
    tier,
    devops,
    sre,
    platform,
  }),
);

/** The same services before anybody has declared anything about them. */
export const bareServices: readonly SampleService[] = services.map(service => ({
  ...service,
  tier: null,
  devops: 0,
  sre: 0,
  platform: 0,
  bare: true,
}));

/** The reference of a service. */
export function refOf({ name }: { name: string }): string {
  return `component:default/${name}`;
}

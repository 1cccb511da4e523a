import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { maturityPermissions } from '@backstage-maturity/plugin-maturity-common';
import type request from 'supertest';
import {
  createMaturityScorecardConditionalDecision,
  maturityScorecardConditions,
} from '../permissions';
import { component, domain, group, system } from './entities';

/** Who asks, in the order of the statuses of `ROUTES`. */
export const CALLERS = [
  'anonymous',
  'guest',
  /** Sees part of the catalog; may read scorecards but not refresh them. */
  'limited',
  /** Sees the whole catalog; may read and refresh the scorecards of the own team. */
  'member',
  'admin',
  'service',
] as const;
export type Caller = (typeof CALLERS)[number];

/** What users own with, beside themselves. */
export const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'user:default/member': ['group:default/open'],
};

/** The decisions about each user; services are not asked about. */
export const policy: PermissionPolicy = {
  async handle({ permission }, by) {
    const ours = maturityPermissions.find(each =>
      isPermission(permission, each),
    );
    const decide = (allowed: boolean) =>
      ({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      } as const);
    // Otherwise each refresh would wait for a change that does not come.
    if (permission.name === 'catalog.entity.refresh') return decide(false);
    switch (by?.info.userEntityRef) {
      case 'user:default/guest':
        return decide(false);
      case 'user:default/limited':
        if (ours) return decide(permission.attributes.action === 'read');
        return isResourcePermission(permission, 'catalog-entity')
          ? createCatalogConditionalDecision(
              permission,
              catalogConditions.hasLabel({ label: 'open' }),
            )
          : decide(true);
      case 'user:default/member': {
        const claims = by.info.ownershipEntityRefs;
        return ours
          ? createMaturityScorecardConditionalDecision(
              ours,
              maturityScorecardConditions.isOwner({ claims }),
            )
          : decide(true);
      }
      default:
        return decide(true);
    }
  },
};

function isOpen({ metadata }: Entity): boolean {
  return !metadata.name.includes('classified');
}

/** Two components are open and two are classified; everything classified says so in every word it has. */
const WITHOUT_LABELS: readonly Entity[] = [
  group('company'),
  group('open', 'company'),
  group('classified', 'company'),
  domain('classified-domain'),
  system('open', 'classified-domain'),
  {
    ...system('classified', 'classified-domain'),
    metadata: {
      name: 'classified',
      namespace: 'default',
      annotations: {
        'maturity/onboarding': 'https://classified.acme.test/start',
        'maturity/slo': 'classified words',
      },
    },
  },
  component('open-api', {
    spec: {
      owner: 'group:default/open',
      system: 'classified',
      dependsOn: ['component:default/classified-api'],
    },
  }),
  component('open-job', {
    spec: { owner: 'group:default/open', system: 'open', type: 'job' },
  }),
  component('classified-api', {
    title: 'Classified title',
    annotations: { 'maturity/ci': 'CHANGEME-classified' },
    spec: {
      owner: 'group:default/classified',
      type: 'classified-type',
      system: 'open',
      dependsOn: ['component:default/open-api'],
    },
  }),
  component('classified-job', {
    annotations: { 'maturity/tier': '1' },
    spec: { owner: 'group:default/classified', lifecycle: 'deprecated' },
  }),
];

/** With the label by which the limited caller may see them. */
export const ENTITIES: readonly Entity[] = WITHOUT_LABELS.map(entity =>
  isOpen(entity)
    ? {
        ...entity,
        metadata: { ...entity.metadata, labels: { open: 'yes' } },
      }
    : entity,
);

const CARD = '/scorecards/component/default';
const SETS = '/roll-ups';

/** Statuses in the order of `CALLERS`. */
export const ROUTES: readonly [string, readonly number[]][] = [
  ['GET /openapi.json', [401, 200, 200, 200, 200, 200]],
  ['GET /definitions', [401, 200, 200, 200, 200, 200]],
  ['GET /checks/owner-assigned', [401, 200, 200, 200, 200, 200]],
  ['GET /checks/dependency-tier-alignment', [401, 200, 200, 200, 200, 200]],
  ['GET /checks/nothing', [401, 404, 404, 404, 404, 404]],
  ['GET /scorecards', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?sort=-owner', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?sort=system&limit=1', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?q=classified', [401, 200, 200, 200, 200, 200]],
  ['GET /scorecards?type=classified-type', [401, 200, 200, 200, 200, 200]],
  [
    'GET /scorecards?owner=group:default/classified',
    [401, 200, 200, 200, 200, 200],
  ],
  [
    'GET /scorecards?check=owner-assigned&status=pass',
    [401, 200, 200, 200, 200, 200],
  ],
  ['CSV /scorecards', [401, 200, 200, 200, 200, 200]],
  ['CSV /scorecards?sort=-owner', [401, 200, 200, 200, 200, 200]],
  ['CSV /scorecards?q=classified', [401, 200, 200, 200, 200, 200]],
  ['CSV /scorecards?sort=colour', [401, 400, 400, 400, 400, 400]],
  ['GET /scorecards?sort=colour', [401, 400, 400, 400, 400, 400]],
  ['GET /scorecards?colour=red', [401, 400, 400, 400, 400, 400]],
  ['GET /scorecards?cursor=nonsense', [401, 400, 400, 400, 400, 400]],
  [`GET ${CARD}/open-api`, [401, 404, 200, 200, 200, 200]],
  [`GET ${CARD}/classified-api`, [401, 404, 404, 404, 200, 200]],
  [`GET ${CARD}/nothing`, [401, 404, 404, 404, 404, 404]],
  [`GET ${CARD}/no%20name`, [401, 400, 400, 400, 400, 400]],
  [`GET ${CARD}/open-api/history`, [401, 404, 200, 200, 200, 200]],
  [`GET ${CARD}/classified-api/history`, [401, 404, 404, 404, 200, 200]],
  [`GET ${CARD}/nothing/history`, [401, 404, 404, 404, 404, 404]],
  [`POST ${CARD}/open-api/refresh`, [401, 404, 403, 200, 200, 200]],
  [`POST ${CARD}/classified-api/refresh`, [401, 404, 404, 404, 200, 200]],
  [`POST ${CARD}/nothing/refresh`, [401, 404, 404, 404, 404, 404]],
  ...['organization', 'owner', 'system', 'domain', 'type', 'tier'].map(
    (by): [string, number[]] => [
      `GET ${SETS}?by=${by}`,
      [401, 200, 200, 200, 200, 200],
    ],
  ),
  [
    `GET ${SETS}?by=system&parent=domain:default/classified-domain`,
    [401, 200, 200, 200, 200, 200],
  ],
  [`GET ${SETS}/group/default/open`, [401, 404, 200, 200, 200, 200]],
  [`GET ${SETS}/group/default/company`, [401, 404, 200, 200, 200, 200]],
  [`GET ${SETS}/system/default/open`, [401, 404, 200, 200, 200, 200]],
  [`GET ${SETS}/group/default/classified`, [401, 404, 404, 200, 200, 200]],
  [
    `GET ${SETS}/domain/default/classified-domain`,
    [401, 404, 404, 200, 200, 200],
  ],
  [`GET ${SETS}/group/default/open/snapshots`, [401, 404, 200, 200, 200, 200]],
  [
    `GET ${SETS}/group/default/company/snapshots`,
    [401, 404, 200, 200, 200, 200],
  ],
  [`GET ${SETS}/system/default/open/snapshots`, [401, 404, 200, 200, 200, 200]],
  [
    `GET ${SETS}/group/default/classified/snapshots`,
    [401, 404, 404, 200, 200, 200],
  ],
  [
    `GET ${SETS}/domain/default/classified-domain/snapshots`,
    [401, 404, 404, 200, 200, 200],
  ],
  [`GET ${SETS}/group/default/no/snapshots`, [401, 404, 404, 404, 404, 404]],
  ['GET /changes', [401, 200, 200, 200, 200, 200]],
  ['GET /changes?days=0', [401, 400, 400, 400, 400, 400]],
  ['GET /advice', [401, 403, 200, 200, 200, 200]],
  ['GET /snapshots', [401, 403, 403, 403, 200, 200]],
  [
    'GET /snapshots?days=1&check=owner-assigned',
    [401, 403, 403, 403, 200, 200],
  ],
  ['GET /snapshots?days=0', [401, 400, 400, 400, 400, 400]],
  [`GET ${CARD}/open-api/badge.svg`, [401, 200, 200, 200, 200, 200]],
  [`GET ${CARD}/open-api/badge.svg?track=sre`, [401, 200, 200, 200, 200, 200]],
  [`GET ${CARD}/classified-api/badge.svg`, [401, 200, 200, 200, 200, 200]],
  [`GET ${CARD}/nothing/badge.svg`, [401, 200, 200, 200, 200, 200]],
  [
    `GET ${CARD}/open-api/badge.svg?track=nothing`,
    [401, 400, 400, 400, 400, 400],
  ],
  ['GET /sweeps', [401, 403, 403, 403, 200, 200]],
  ['GET /nothing', [401, 404, 404, 404, 404, 404]],
];

export const ACTIONS: readonly [string, Record<string, unknown>, string][] = [
  ['get-scorecard', { entityRef: 'classified-api' }, 'owner-assigned'],
  ['list-scorecards', { limit: 100 }, 'classified-api'],
  ['explain-check', { check: 'owner-assigned' }, 'owner-assigned'],
  ['get-advice', {}, 'nextActions'],
];

/** Words that no answer to a caller may contain. */
export const FORBIDDEN: Record<Caller, readonly string[]> = {
  anonymous: ['classified', 'open-', 'company'],
  guest: ['classified', 'open-', 'company'],
  limited: ['classified', 'Classified'],
  // The catalog shows every name to a member, but no scorecard of others may be listed.
  member: ['Classified title', 'classified-job', 'classified-type'],
  admin: [],
  service: [],
};

/** How many scorecards may be counted for a caller. */
export const COUNTED: Record<Caller, number> = {
  anonymous: 0,
  guest: 0,
  limited: 2,
  member: 2,
  admin: 4,
  service: 4,
};

const COUNTS = new Set([
  'total',
  'totalItems',
  'counted',
  'failing',
  'pass',
  'services',
  'productionServices',
  'tier1Services',
  'count',
  'changed',
  'rose',
  'fell',
]);

export function counts(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    COUNTS.has(key) && typeof part === 'number' ? [part] : counts(part),
  );
}

/** What of the answer of an action must be there and must not. */
export function expectedOfAction(
  caller: Caller,
  action: { name: string; word: string },
): { status: number; present: string[]; absent: string[] } {
  const { name, word } = action;
  const absent = [...FORBIDDEN[caller]];
  if (caller === 'anonymous') return { status: 401, present: [], absent };
  const sees = caller === 'admin' || caller === 'service';
  const refusal = new Map([
    ['get-scorecard', sees ? undefined : 'There is no scorecard of'],
    [
      'get-advice',
      caller === 'guest' ? 'You may not read the advice' : undefined,
    ],
  ]).get(name);
  if (refusal) {
    return { status: 200, present: [refusal], absent: [...absent, word] };
  }
  const listed = sees || name !== 'list-scorecards';
  return { status: 200, present: listed ? [word] : [], absent };
}

/** An answer with its headers, without the words that the caller has said. */
export function told(answer: request.Response, path: string): string {
  const asked = [path, decodeURIComponent(path)];
  const words = path.split(/[/?&=]/).filter(word => word.length > 3);
  const [, , kind, namespace, name] = path.split('/');
  const ref = `${kind}:${namespace}/${name}`;
  let text = answer.text;
  if (answer.status >= 400) {
    for (const said of [...asked, ref, ...words]) {
      text = text.split(said).join('');
    }
  }
  return `${JSON.stringify(answer.headers)}\n${text}`;
}

import type { OwnKeyName } from '../../entity';

type OwnName = Exclude<OwnKeyName, 'exempt.<check-id>'>;

/**
 * A value that belongs to a fix: an annotation of ours, one of another project, or a field. It is not
 * asked for where the entity has an annotation that says the same.
 */
export type Wanted = { unless?: string } & (
  | { own: OwnName }
  | { foreign: keyof typeof FOREIGN }
  | { field: keyof typeof FIELDS }
);

/** What a fix asks for: all of the values, or at least one. */
export interface Plan {
  needs: 'all' | 'one';
  wanted: readonly Wanted[];
  /** What is asked for instead, when the result has this reason; nothing where no value of an entity helps. */
  byReason?: ReadonlyMap<string, readonly Wanted[]>;
  /** Values that other entities hold. */
  elsewhere?: {
    kinds: readonly string[];
    /** For these reasons only; for every one without it. */
    reasons?: readonly string[];
    /** The entity itself is asked where the result names no other one; without it, all that it depends on. */
    namedOnly?: boolean;
    /** What is asked of the entity itself, where nobody can edit the others: it depends on nothing, or on what the catalog does not hold. */
    otherwise: readonly Wanted[];
  };
}

/** Annotations that other plugins define. */
export const FOREIGN = {
  'github.com/project-slug': {
    label: 'GitHub repository',
    help: 'The repository that holds its source, with its owner.',
    example: 'acme/checkout',
  },
  'gitlab.com/project-slug': {
    label: 'GitLab project',
    help: 'The project that holds its source, with its group.',
    example: 'acme/checkout',
  },
  'backstage.io/source-location': {
    label: 'Source location',
    help: 'The address of its source, with "url:" in front.',
    example: 'url:https://git.acme.test/checkout/',
  },
  'backstage.io/techdocs-ref': {
    label: 'Documentation',
    help: 'Where its mkdocs.yml stands, seen from the catalog file.',
    example: 'dir:.',
  },
  'backstage.io/kubernetes-id': {
    label: 'Kubernetes label',
    help: 'The value of the label backstage.io/kubernetes-id of its workload.',
    example: 'checkout',
  },
} as const;

/** Fields of the entity itself. */
export const FIELDS = {
  'spec.owner': {
    label: 'Owner',
    help: 'The team that both changes and runs it.',
    picker: { kind: 'owner' },
    list: false,
  },
  'spec.system': {
    label: 'System',
    help: 'The system that it is a part of.',
    picker: { kind: 'system' },
    list: false,
  },
  'spec.lifecycle': {
    label: 'Lifecycle',
    help: 'How far it has come.',
    picker: {
      kind: 'choice',
      options: ['production', 'experimental', 'deprecated'],
      free: true,
    },
    list: false,
  },
  'metadata.description': {
    label: 'Description',
    help: 'One sentence of at least 20 characters that says what it is for.',
    picker: { kind: 'text', hint: 'one useful sentence' },
    list: false,
  },
  'spec.dependsOn': {
    label: 'Depends on',
    help: 'Components and resources that it needs to work.',
    picker: { kind: 'entities', kinds: ['Component', 'Resource'] },
    list: true,
  },
  'spec.consumesApis': {
    label: 'Consumes APIs',
    help: 'APIs that it calls.',
    picker: { kind: 'entities', kinds: ['API'] },
    list: true,
  },
  'spec.providesApis': {
    label: 'Provides APIs',
    help: 'APIs that it offers to others.',
    picker: { kind: 'entities', kinds: ['API'] },
    list: true,
  },
  'spec.definition': {
    label: 'Definition',
    help: 'What the API offers, written in the language of its type.',
    picker: { kind: 'text', hint: 'OpenAPI, AsyncAPI, GraphQL or Protobuf' },
    list: false,
  },
  'spec.subcomponentOf': {
    label: 'Part of component',
    help: 'The component that it is a part of.',
    picker: { kind: 'entities', kinds: ['Component'] },
    list: false,
  },
} as const;

function own(...names: OwnName[]): Plan {
  return { needs: 'all', wanted: names.map(name => ({ own: name })) };
}

function oneOf(...wanted: Wanted[]): Plan {
  return { needs: 'one', wanted };
}

/** Of what means nothing without an objective, the objective is asked for once it is the only thing missing. */
function withSlo(name: OwnName): Plan {
  return {
    ...own(name),
    byReason: new Map([['no-valid-slo', [{ own: 'slo' }]]]),
  };
}

const ON_THE_MAP: readonly Wanted[] = [
  { field: 'spec.dependsOn' },
  { field: 'spec.consumesApis' },
  { own: 'no-dependencies' },
];

const DEVOPS = {
  'owner-assigned': { needs: 'all', wanted: [{ field: 'spec.owner' }] },
  'source-linked': oneOf(
    { foreign: 'github.com/project-slug' },
    { foreign: 'gitlab.com/project-slug' },
    { foreign: 'backstage.io/source-location' },
  ),
  'ci-pipeline': own('ci'),
  'automated-tests': own('tests'),
  'automated-deployment': own('cd'),
  'infrastructure-as-code': {
    ...own('iac'),
    elsewhere: {
      kinds: ['resource'],
      namedOnly: true,
      otherwise: [{ field: 'spec.dependsOn' }],
    },
  },
  'central-logging': own('logs'),
  'monitoring-dashboard': own('dashboard'),
  'change-review': own('change-review'),
  'static-analysis': own('sast'),
  'dependency-updates': own('dependency-updates'),
  'secrets-managed': own('secrets'),
  'audit-trail': own('audit-trail', 'change-review'),
  'mlops-pipeline': own('ml-pipeline', 'model-registry'),
  'delivery-metrics': own('delivery-metrics'),
  'progressive-delivery': own('rollout'),
  'build-provenance': own('slsa-build-level'),
} satisfies Record<string, Plan>;

const SRE = {
  'tier-declared': own('tier'),
  'on-call-linked': own('on-call'),
  'runbook-linked': own('runbook'),
  'dependencies-declared': oneOf(...ON_THE_MAP),
  'sli-defined': own('sli'),
  'slo-defined': oneOf({ own: 'slo' }, { own: 'slo-spec' }),
  'golden-signals': own('golden-signals'),
  'error-budget-policy': withSlo('error-budget-policy'),
  'alerting-linked': own('alerts'),
  'burn-rate-alerts': withSlo('burn-rate-alerts'),
  'postmortem-practice': own('postmortems'),
  'readiness-review': own('readiness-review'),
  'sla-backed-by-slo': own('slo', 'sla'),
  'horizontal-scaling': own('scaling'),
  'dependency-tier-alignment': {
    needs: 'all',
    wanted: [{ own: 'tier' }],
    elsewhere: {
      kinds: ['component', 'resource'],
      otherwise: ON_THE_MAP,
    },
  },
  'redundancy-declared': own('redundancy'),
  'recovery-tested': own('recovery-test'),
  'toil-tracked': own('toil'),
} satisfies Record<string, Plan>;

const PLATFORM = {
  'catalog-basics': {
    needs: 'all',
    wanted: [{ field: 'metadata.description' }, { field: 'spec.lifecycle' }],
  },
  'system-assigned': { needs: 'all', wanted: [{ field: 'spec.system' }] },
  'docs-published': {
    needs: 'all',
    wanted: [{ foreign: 'backstage.io/techdocs-ref' }],
  },
  'stack-declared': own('stack'),
  'api-documented': {
    ...oneOf({ field: 'spec.providesApis' }, { own: 'no-api' }),
    byReason: new Map<string, readonly Wanted[]>([
      ['no-definition', [{ field: 'spec.definition' }]],
    ]),
    elsewhere: {
      kinds: ['api'],
      reasons: ['no-definition'],
      otherwise: [{ field: 'spec.providesApis' }],
    },
  },
  'runtime-linked': oneOf(
    { own: 'runtime' },
    { foreign: 'backstage.io/kubernetes-id' },
  ),
  'golden-path-origin': own('golden-path'),
  'catalog-healthy': oneOf(
    { field: 'spec.owner' },
    { field: 'spec.system' },
    { field: 'spec.subcomponentOf' },
    { field: 'spec.dependsOn' },
    { field: 'spec.consumesApis' },
    { field: 'spec.providesApis' },
  ),
  'supported-stack': own('stack'),
  'self-service-resources': {
    needs: 'all',
    wanted: [{ own: 'provisioned-by' }],
    byReason: new Map([['ownerless', [{ field: 'spec.owner' }]]]),
    elsewhere: {
      kinds: ['resource'],
      otherwise: [{ field: 'spec.dependsOn' }],
    },
  },
  'onboarding-guide': own('onboarding'),
  'golden-path-current': {
    needs: 'all',
    wanted: [
      { own: 'golden-path', unless: 'backstage.io/source-template' },
      { own: 'template-version' },
    ],
    byReason: new Map<string, readonly Wanted[]>([
      // Another number would hide that the files are old.
      ['behind', []],
      ['template-unversioned', [{ own: 'template-version' }]],
    ]),
    elsewhere: {
      kinds: ['template'],
      reasons: ['template-unversioned'],
      otherwise: [{ own: 'golden-path' }],
    },
  },
  'platform-capabilities-consumed': oneOf(
    { field: 'spec.dependsOn' },
    { field: 'spec.consumesApis' },
  ),
} satisfies Record<string, Plan>;

/** What each built-in check asks for when it fails or is unknown. */
export const PLANS: ReadonlyMap<string, Plan> = new Map<string, Plan>([
  ...Object.entries(DEVOPS),
  ...Object.entries(SRE),
  ...Object.entries(PLATFORM),
]);

import { ANNOTATION_PREFIX } from './prefix';
import type { ValueForm } from './valueForms';

/**
 * An annotation key of this project: what it says and what its value looks like.
 *
 * @public
 */
export interface OwnKey {
  /** With the prefix, e.g. `maturity/tier`. */
  key: string;
  /** Without the prefix. */
  name: string;
  /** One sentence. */
  meaning: string;
  form: ValueForm;
  example: string;
  /** Kinds whose annotation is read, as the catalog writes them. */
  kinds: readonly string[];
}

type KeyData = Omit<OwnKey, 'key' | 'name'>;

const COMPONENT = ['Component'];
/** A value here counts for every component that it is handed down to. */
const HANDED_DOWN = ['Component', 'System', 'Domain', 'Group'];
const NO_MAXIMUM = Number.MAX_SAFE_INTEGER;

const KEYS = {
  tier: {
    meaning: 'How costly downtime is, from 1 (worst) to 4.',
    form: { is: 'one-of', accepted: ['1', '2', '3', '4'], refused: [] },
    example: '1',
    kinds: ['Component', 'Resource'],
  },
  stack: {
    meaning: 'Languages or platforms it is written in, the main one first.',
    form: { is: 'list' },
    example: 'go, typescript',
    kinds: ['Component', 'Template'],
  },
  ci: {
    meaning: 'The system that builds and tests every change.',
    form: { is: 'text', what: 'name or URL of the pipeline' },
    example: 'github-actions',
    kinds: COMPONENT,
  },
  cd: {
    meaning: 'How a change reaches production.',
    form: {
      is: 'one-of',
      accepted: ['continuous', 'gitops', 'automated'],
      refused: ['manual'],
    },
    example: 'gitops',
    kinds: COMPONENT,
  },
  iac: {
    meaning: 'What describes the infrastructure as code.',
    form: { is: 'text', what: 'tool name, relative path or URL' },
    example: 'terraform',
    kinds: ['Component', 'Resource'],
  },
  tests: {
    meaning: 'Kinds of automated tests that run on every change.',
    form: {
      is: 'list-of',
      accepted: ['unit', 'integration', 'contract', 'e2e', 'performance'],
    },
    example: 'unit, integration',
    kinds: COMPONENT,
  },
  logs: {
    meaning: 'Where its logs are searched.',
    form: { is: 'text', what: 'URL or selector' },
    example: '{app="checkout"}',
    kinds: COMPONENT,
  },
  dashboard: {
    meaning: 'The dashboard that shows its health.',
    form: { is: 'text', what: 'URL or selector' },
    example: 'https://grafana.acme.test/d/checkout',
    kinds: COMPONENT,
  },
  alerts: {
    meaning: 'The alert rules that watch it.',
    form: { is: 'text', what: 'URL, path or selector' },
    example: './deploy/alerts.yaml',
    kinds: COMPONENT,
  },
  'change-review': {
    meaning: 'Approvals that a change needs before it is merged.',
    form: { is: 'integer', minimum: 0, maximum: NO_MAXIMUM },
    example: '1',
    kinds: HANDED_DOWN,
  },
  sast: {
    meaning: 'The tool that analyses the source code.',
    form: { is: 'text', what: 'tool name or URL' },
    example: 'codeql',
    kinds: COMPONENT,
  },
  'dependency-updates': {
    meaning: 'The tool that proposes dependency updates.',
    form: { is: 'text', what: 'tool name or URL' },
    example: 'renovate',
    kinds: COMPONENT,
  },
  secrets: {
    meaning: 'Where its secrets are kept.',
    form: {
      is: 'text',
      what: 'name or path of the secret store',
      refused: ['in-repo', 'plain-env-file'],
    },
    example: 'vault',
    kinds: COMPONENT,
  },
  compliance: {
    meaning: 'Regulations that apply to it.',
    form: { is: 'list' },
    example: 'pci, gdpr',
    kinds: HANDED_DOWN,
  },
  'audit-trail': {
    meaning: 'Where it is recorded who changed what and who approved it.',
    form: { is: 'url-or-word', accepted: ['vcs'], refused: [] },
    example: 'vcs',
    kinds: HANDED_DOWN,
  },
  'ml-pipeline': {
    meaning: 'The pipeline that trains and validates the model.',
    form: { is: 'text', what: 'name, path or URL' },
    example: 'kubeflow',
    kinds: COMPONENT,
  },
  'model-registry': {
    meaning: 'The registry that holds the versions of the model.',
    form: { is: 'text', what: 'name or URL' },
    example: 'mlflow',
    kinds: COMPONENT,
  },
  'delivery-metrics': {
    meaning: 'Where lead time, deployment frequency and failures are measured.',
    form: { is: 'text', what: 'URL or tool name' },
    example: 'https://metrics.acme.test/dora/checkout',
    kinds: ['Component', 'System', 'Group'],
  },
  rollout: {
    meaning: 'How a new version is given to users.',
    form: {
      is: 'one-of',
      accepted: ['canary', 'blue-green', 'feature-flags', 'progressive'],
      refused: ['all-at-once'],
    },
    example: 'canary',
    kinds: COMPONENT,
  },
  'slsa-build-level': {
    meaning: 'SLSA build level that its release pipeline reaches.',
    form: { is: 'integer', minimum: 0, maximum: 3 },
    example: '2',
    kinds: COMPONENT,
  },
  'on-call': {
    meaning: 'Who is called when it fails.',
    form: { is: 'text', what: 'rota name or URL' },
    example: 'payments-primary',
    kinds: ['Component', 'Group'],
  },
  runbook: {
    meaning: 'First steps when it fails.',
    form: { is: 'url-or-path' },
    example: './docs/runbook.md',
    kinds: COMPONENT,
  },
  'no-dependencies': {
    meaning: 'It needs no other service or resource.',
    form: { is: 'flag' },
    example: 'true',
    kinds: COMPONENT,
  },
  sli: {
    meaning: 'Indicators by which its service level is measured.',
    form: {
      is: 'list-of',
      accepted: [
        'availability',
        'latency',
        'errors',
        'throughput',
        'freshness',
        'correctness',
        'durability',
      ],
    },
    example: 'availability, latency',
    kinds: COMPONENT,
  },
  slo: {
    meaning: 'Objectives that its team promises to keep.',
    form: { is: 'objectives' },
    example: 'availability=99.95/30d, latency(300ms)=99/30d',
    kinds: COMPONENT,
  },
  'slo-spec': {
    meaning: 'The file that holds its objectives and their queries.',
    form: { is: 'url-or-path' },
    example: './slo.yaml',
    kinds: COMPONENT,
  },
  'slo-service': {
    meaning:
      'Its name in the labels of the metrics, when it is not the entity name.',
    form: { is: 'text', what: 'label value' },
    example: 'checkout',
    kinds: COMPONENT,
  },
  'golden-signals': {
    meaning: 'Golden signals that are measured.',
    form: {
      is: 'list-of',
      accepted: ['latency', 'traffic', 'errors', 'saturation'],
    },
    example: 'latency, traffic, errors, saturation',
    kinds: COMPONENT,
  },
  'error-budget-policy': {
    meaning: 'What is done when the error budget is spent.',
    form: { is: 'url-or-path' },
    example: './docs/error-budget-policy.md',
    kinds: HANDED_DOWN,
  },
  'burn-rate-alerts': {
    meaning: 'How alerts follow the error budget.',
    form: {
      is: 'url-or-word',
      accepted: ['multi-window'],
      refused: ['threshold-only'],
    },
    example: 'multi-window',
    kinds: COMPONENT,
  },
  postmortems: {
    meaning: 'Where incidents are written up and learned from.',
    form: { is: 'url-or-path' },
    example: './docs/postmortems/',
    kinds: HANDED_DOWN,
  },
  'readiness-review': {
    meaning: 'Day of the last production readiness review.',
    form: { is: 'date', withUrl: true },
    example: '2026-03-01 https://wiki.acme.test/reviews/checkout',
    kinds: COMPONENT,
  },
  sla: {
    meaning: 'Objectives that are promised to customers.',
    form: { is: 'objectives' },
    example: 'availability=99.9/30d',
    kinds: COMPONENT,
  },
  scaling: {
    meaning: 'How it copes with more load.',
    form: {
      is: 'one-of',
      accepted: ['horizontal', 'autoscaled', 'serverless'],
      refused: ['vertical', 'fixed'],
    },
    example: 'autoscaled',
    kinds: COMPONENT,
  },
  redundancy: {
    meaning: 'What it survives the loss of.',
    form: {
      is: 'one-of',
      accepted: [
        'multi-zone',
        'multi-region',
        'active-active',
        'active-passive',
      ],
      refused: ['single'],
    },
    example: 'multi-zone',
    kinds: COMPONENT,
  },
  'recovery-test': {
    meaning: 'Day on which recovery was last tried for real.',
    form: { is: 'date', withUrl: false },
    example: '2026-05-12',
    kinds: COMPONENT,
  },
  toil: {
    meaning: 'Share of working time spent on toil, in percent.',
    form: { is: 'integer', minimum: 0, maximum: 100 },
    example: '30',
    kinds: ['Component', 'Group'],
  },
  'no-api': {
    meaning: 'It provides no API, although its type suggests one.',
    form: { is: 'flag' },
    example: 'true',
    kinds: COMPONENT,
  },
  runtime: {
    meaning: 'Where it runs.',
    form: { is: 'text', what: 'name, selector or URL' },
    example: 'kubernetes:prod/checkout',
    kinds: COMPONENT,
  },
  'golden-path': {
    meaning: 'The Template that it was made from, when none is recorded.',
    form: { is: 'template-ref' },
    example: 'template:default/go-service',
    kinds: COMPONENT,
  },
  'template-version': {
    meaning:
      'Version of the golden path: made from (Component), on offer (Template).',
    form: { is: 'semver' },
    example: '2.1.0',
    kinds: ['Component', 'Template'],
  },
  'provisioned-by': {
    meaning: 'How the resource came to be.',
    form: {
      is: 'one-of',
      accepted: ['template', 'module', 'platform'],
      refused: ['ticket', 'manual'],
    },
    example: 'module',
    kinds: ['Resource'],
  },
  onboarding: {
    meaning: 'How a newcomer gets to the first change.',
    form: { is: 'url-or-path' },
    example: './docs/onboarding.md',
    kinds: ['Component', 'System', 'Group'],
  },
  platform: {
    meaning: 'It is offered to all teams as part of the platform.',
    form: { is: 'flag' },
    example: 'true',
    kinds: ['Component', 'Resource', 'API'],
  },
  'exempt.<check-id>': {
    meaning:
      'Waives one check until a day; counts only where configuration allows it.',
    form: { is: 'exemption' },
    example: '2026-12-31 moves to the new cluster in December',
    kinds: COMPONENT,
  },
} as const satisfies Readonly<Record<string, KeyData>>;

/**
 * The name of an own annotation key, without the prefix.
 *
 * @public
 */
export type OwnKeyName = keyof typeof KEYS;

/**
 * The full annotation key, e.g. `maturity/slo` for `slo`.
 *
 * @public
 */
export function ownKey(name: Exclude<OwnKeyName, 'exempt.<check-id>'>): string {
  return `${ANNOTATION_PREFIX}${name}`;
}

/**
 * The annotation key that waives one check.
 *
 * @public
 */
export function exemptKey(checkId: string): string {
  return `${ANNOTATION_PREFIX}exempt.${checkId}`;
}

/**
 * Every annotation key that this project defines, in the order of the reference page.
 *
 * @public
 */
export const OWN_KEYS: readonly OwnKey[] = Object.entries<KeyData>(KEYS).map(
  ([name, data]) => ({ key: `${ANNOTATION_PREFIX}${name}`, name, ...data }),
);

import type { Entity } from '@backstage/catalog-model';

/** A repeatable stream of numbers in [0, 1), so that two runs measure the same catalog (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const stacks = ['java', 'go', 'python', 'node', 'kotlin', 'ruby'];
const types = ['service', 'service', 'service', 'website', 'library', 'job'];
const lifecycles = [
  'production',
  'production',
  'production',
  'experimental',
  'deprecated',
];

// What a well-run service declares; each component keeps a random part of it.
const practices: ReadonlyArray<[string, string]> = [
  ['backstage.io/source-location', 'url:https://git.fleet.internal/org/repo/'],
  ['backstage.io/techdocs-ref', 'dir:.'],
  ['backstage.io/kubernetes-id', 'workload'],
  ['maturity/ci', 'github-actions'],
  ['maturity/tests', 'unit, integration'],
  ['maturity/cd', 'gitops'],
  ['maturity/iac', 'terraform'],
  ['maturity/logs', 'https://logs.fleet.internal/q/1'],
  ['grafana/dashboard-selector', 'service'],
  ['maturity/change-review', '1'],
  ['sonarqube.org/project-key', 'key'],
  ['maturity/dependency-updates', 'renovate'],
  ['maturity/secrets', 'vault'],
  ['maturity/rollout', 'canary'],
  ['maturity/slsa-build-level', '2'],
  ['pagerduty.com/service-id', 'P123'],
  ['maturity/runbook', 'https://wiki.fleet.internal/runbooks/1'],
  ['maturity/slo', 'availability=99.9/30d, latency(300ms)=99/30d'],
  ['maturity/golden-signals', 'latency, traffic, errors, saturation'],
  ['maturity/error-budget-policy', 'https://wiki.fleet.internal/budget'],
  ['maturity/alerts', 'https://alerts.fleet.internal/1'],
  ['maturity/burn-rate-alerts', 'multi-window'],
  ['maturity/readiness-review', '2026-06-01'],
  ['maturity/scaling', 'autoscaled'],
  ['maturity/golden-path', 'template:default/service'],
  ['maturity/template-version', '2.1.0'],
];

/**
 * A catalog of `components` components with their groups (one per 20), systems (one per 10), domains,
 * resources and APIs, as the catalog serves it: with relations, about 1.5 kB an entity.
 */
export function generateCatalog(components: number): Entity[] {
  const random = numbers(42);
  const groups = Math.max(3, Math.round(components / 20));
  const systems = Math.max(2, Math.round(components / 10));
  const domains = Math.max(1, Math.round(systems / 10));
  const base = 'backstage.io/v1alpha1';
  const entities: Entity[] = [];
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)];
  const relation = (type: string, targetRef: string) => ({ type, targetRef });

  for (let i = 0; i < groups; i++) {
    const parent =
      i === 0 ? undefined : `group:default/group-${Math.floor((i - 1) / 5)}`;
    entities.push({
      apiVersion: base,
      kind: 'Group',
      metadata: { namespace: 'default', name: `group-${i}` },
      spec: { type: i < 3 ? 'department' : 'team', children: [] },
      relations: parent ? [relation('childOf', parent)] : [],
    });
  }
  for (let i = 0; i < domains; i++) {
    entities.push({
      apiVersion: base,
      kind: 'Domain',
      metadata: { namespace: 'default', name: `domain-${i}` },
      spec: { owner: 'group-0' },
      relations: [relation('ownedBy', 'group:default/group-0')],
    });
  }
  for (let i = 0; i < systems; i++) {
    entities.push({
      apiVersion: base,
      kind: 'System',
      metadata: { namespace: 'default', name: `system-${i}` },
      spec: { owner: `group-${i % groups}` },
      relations: [
        relation('ownedBy', `group:default/group-${i % groups}`),
        relation('partOf', `domain:default/domain-${i % domains}`),
      ],
    });
  }
  for (const stack of stacks.slice(0, 3)) {
    entities.push({
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: {
        namespace: 'default',
        name: stack === 'java' ? 'service' : `service-${stack}`,
        tags: [stack],
        annotations: { 'maturity/template-version': '2.2.0' },
      },
      spec: { type: 'service', steps: [], owner: 'group-1' },
      relations: [relation('ownedBy', 'group:default/group-1')],
    });
  }
  for (let i = 0; i < components; i++) {
    const annotations: Record<string, string> = {};
    const diligence = random();
    for (const [key, value] of practices) {
      if (random() < diligence) annotations[key] = value;
    }
    if (random() < 0.8)
      annotations['maturity/tier'] = String(1 + Math.floor(random() * 4));
    const relations = [
      relation(
        'ownedBy',
        `group:default/group-${Math.floor(random() * groups)}`,
      ),
      relation('partOf', `system:default/system-${i % systems}`),
    ];
    for (let d = 0; d < 3; d++) {
      relations.push(
        relation(
          'dependsOn',
          `component:default/component-${Math.floor(random() * components)}`,
        ),
      );
    }
    entities.push({
      apiVersion: base,
      kind: 'Component',
      metadata: {
        namespace: 'default',
        name: `component-${i}`,
        uid: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        etag: String(i).padStart(40, '0'),
        description:
          'Takes orders from partners and hands them to the warehouse.',
        tags: [pick(stacks), ...(random() < 0.1 ? ['pci'] : [])],
        annotations,
      },
      spec: {
        type: pick(types),
        lifecycle: pick(lifecycles),
        owner: 'group-1',
      },
      relations,
    });
  }
  return entities;
}

/** The number given by `--components`, else 10,000. */
export function requestedComponents(): number {
  const at = process.argv.indexOf('--components');
  const value = at === -1 ? 10_000 : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) {
    console.error(
      `--components expects a whole number of at least 1, not "${
        process.argv[at + 1]
      }".`,
    );
    process.exit(2);
  }
  return value;
}

/** Median of measured values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject } from './json';
import type { Manifest } from './renderCharts';

type Labels = Readonly<Record<string, unknown>>;

/** What stands at a path of keys and indices; undefined where there is nothing. */
export function at(value: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isJsonObject(inner) ? inner[key] : undefined;
  }, value);
}

function covers(labels: unknown, selector: unknown): boolean {
  const all: Labels = isJsonObject(labels) ? labels : {};
  return (
    isJsonObject(selector) &&
    Object.keys(selector).length > 0 &&
    Object.entries(selector).every(([key, value]) => all[key] === value)
  );
}

/** What does not fit together among the objects of one chart: selectors, ports, secrets, limits. */
export function chartProblems(manifests: readonly Manifest[]): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const one = (kind: string) => manifests.find(each => each.kind === kind);
  const deployment = one('Deployment');
  const service = one('Service');
  const pod = at(deployment, 'spec', 'template');
  const labels = at(pod, 'metadata', 'labels');
  const selectors: [string, unknown, unknown][] = [
    ['Deployment', at(deployment, 'spec', 'selector', 'matchLabels'), labels],
    ['Service', at(service, 'spec', 'selector'), labels],
    [
      'ServiceMonitor',
      at(one('ServiceMonitor'), 'spec', 'selector', 'matchLabels'),
      service?.metadata.labels,
    ],
    [
      'NetworkPolicy',
      at(one('NetworkPolicy'), 'spec', 'podSelector', 'matchLabels'),
      labels,
    ],
    [
      'PodDisruptionBudget',
      at(one('PodDisruptionBudget'), 'spec', 'selector', 'matchLabels'),
      labels,
    ],
  ];
  for (const [kind, selector, of] of selectors) {
    expect(covers(of, selector), `${kind} selects nothing.`);
  }
  const container = at(pod, 'spec', 'containers', 0);
  const port = at(container, 'ports', 0, 'name');
  const ports: [string, unknown][] = [
    ['livenessProbe', at(container, 'livenessProbe', 'httpGet', 'port')],
    ['readinessProbe', at(container, 'readinessProbe', 'httpGet', 'port')],
    ['Service', at(service, 'spec', 'ports', 0, 'targetPort')],
    [
      'NetworkPolicy',
      at(one('NetworkPolicy'), 'spec', 'ingress', 0, 'ports', 0, 'port'),
    ],
  ];
  for (const [place, name] of ports) {
    expect(name === port, `${place} asks port "${name}"; expected "${port}".`);
  }
  expect(
    at(one('ServiceMonitor'), 'spec', 'endpoints', 0, 'port') ===
      at(service, 'spec', 'ports', 0, 'name'),
    'ServiceMonitor scrapes a port that the Service does not have.',
  );
  expect(
    at(one('HorizontalPodAutoscaler'), 'spec', 'scaleTargetRef', 'name') ===
      deployment?.metadata.name,
    'HorizontalPodAutoscaler scales nothing.',
  );
  const secret = at(one('ExternalSecret'), 'spec', 'target', 'name');
  expect(
    at(container, 'envFrom', 0, 'secretRef', 'name') === secret,
    'The container and the ExternalSecret name different secrets.',
  );
  const names = manifests.map(
    ({ kind, metadata }) => `${kind} ${metadata.name}`,
  );
  expect(new Set(names).size === names.length, 'An object is there twice.');
  return problems;
}

/** Keys of the values that no template of the chart reads, and those that templates read and that are not there. */
export function valueProblems(chart: string, values: unknown): string[] {
  const folder = path.join(chart, 'templates');
  const text = readdirSync(folder)
    .map(file => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const read = new Set(
    [...text.matchAll(/\.Values((?:\.\w+)+)/g)].map(([, keys]) =>
      keys.slice(1),
    ),
  );
  const unread = leavesOf(values).filter(
    leaf => ![...read].some(key => leaf === key || leaf.startsWith(`${key}.`)),
  );
  const absent = [...read].filter(
    key => at(values, ...key.split('.')) === undefined,
  );
  return [
    ...unread.map(key => `No template reads "${key}".`),
    ...absent.map(key => `There is no value "${key}".`),
  ];
}

function leavesOf(value: unknown, before = ''): string[] {
  if (!isJsonObject(value) || !Object.keys(value).length) return [before];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, before ? `${before}.${key}` : key),
  );
}

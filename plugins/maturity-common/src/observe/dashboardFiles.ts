import { GOLDEN_SIGNALS, readDashboard } from './dashboard';
import { place } from './Findings';
import type { Findings } from './Findings';
import { at, entriesOf, textOf } from './text/data';
import { parseJson, parseLooseJson } from './text/jsonText';
import type { YamlDocument } from './text/yamlText';

/** True for a JSON file in a folder of operations, or one that calls itself a dashboard. */
export function isDashboardPath(path: string): boolean {
  return (
    /\.json$/i.test(path) &&
    /dash|grafana|monitoring|observability|metrics|(?:^|\/)(?:ops|deploy|deployment|k8s|kubernetes|helm|charts?|infra|infrastructure|terraform)\//i.test(
      path,
    ) &&
    !/package(?:-lock)?\.json$|tsconfig/.test(path)
  );
}

/** Notes what a JSON file shows that may be a dashboard. */
export function observeDashboardFile(
  findings: Findings,
  options: { path: string; text: string },
): void {
  const { path, text } = options;
  const data = parseLooseJson(text);
  if (data !== undefined) {
    see(findings, path, data);
  } else if (/dashboard|grafana/i.test(path)) {
    // Folders of operations hold other JSON too: only a file that calls itself a dashboard must be one.
    findings.problem(path, 'A Grafana dashboard (JSON) was expected.');
  }
}

function see(findings: Findings, source: string, data: unknown): void {
  const dashboard = readDashboard(data);
  if (!dashboard) {
    return;
  }
  findings.see('monitoring-dashboard', source, dashboard.title);
  if (GOLDEN_SIGNALS.every(signal => dashboard.signals.has(signal))) {
    findings.see('golden-signals', source, GOLDEN_SIGNALS.join(', '));
  }
}

/** Notes the dashboards that a manifest of Kubernetes carries: in a ConfigMap, or for the operator of Grafana. */
export function observeDashboardManifest(
  findings: Findings,
  options: {
    path: string;
    document: YamlDocument;
    /** Where the manifest stands in the document. */
    object: readonly (string | number)[];
  },
): void {
  const { path, document, object } = options;
  const manifest = at(document.data, ...object);
  const texts: readonly (readonly [readonly string[], unknown])[] =
    textOf(at(manifest, 'kind')) === 'ConfigMap'
      ? entriesOf(at(manifest, 'data'))
          .filter(([name]) => /\.json$/i.test(name))
          .map(([name, text]) => [['data', name], text])
      : [[['spec', 'json'], at(manifest, 'spec', 'json')]];
  for (const [below, text] of texts) {
    const data = typeof text === 'string' ? parseJson(text) : undefined;
    const line = document.lineOf([...object, ...below]);
    see(findings, place(path, line), data);
  }
}

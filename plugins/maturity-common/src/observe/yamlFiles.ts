import {
  objectsOf,
  observeManifest,
  observeVaultAnnotations,
  readManifest,
} from './manifests';
import { observeDashboardManifest } from './dashboardFiles';
import { observeRules } from './rules/observeRules';
import { place } from './Findings';
import type { Findings } from './Findings';
import { templateHeaders, vaultLines, withoutActions } from './chartTemplate';
import { isTemplated } from '../yaml';
import { isRecord } from '../entity/fields';
import { baseOf, folderOf } from './paths';
import { at, textOf } from './text/data';
import { parseYaml } from './text/yamlText';
import type { YamlDocument } from './text/yamlText';

/** Places whose YAML has to parse; elsewhere a file in a dialect of YAML is nobody's mistake. */
const MUST_PARSE =
  /(?:^|\/)(?:alerts?|rules?|prometheus|slos?|k8s|kubernetes|manifests|deploy)\//i;

/** Notes what a YAML file of any name shows, and gives its documents. */
export function observeYaml(
  findings: Findings,
  options: { path: string; text: string },
): readonly YamlDocument[] {
  const { path, text } = options;
  const parse = parseYaml(text);
  if (!parse.ok) {
    if (MUST_PARSE.test(path) && !isTemplated(text)) {
      findings.problem(path, `YAML was expected: ${parse.message}`);
    }
    return [];
  }
  for (const document of parse.documents) {
    observeDocument(findings, { path, document });
  }
  return parse.documents;
}

function observeDocument(
  findings: Findings,
  options: { path: string; document: YamlDocument },
): void {
  const { path, document } = options;
  const isValues = /^values[\w.-]*\.ya?ml$/.test(baseOf(path));
  for (const object of objectsOf(document.data)) {
    const data = at(document.data, ...object);
    if (!isRecord(data)) {
      continue;
    }
    observeRules(findings, { path, document, object });
    const manifest = readManifest(data);
    if (manifest) {
      observeManifest(findings, {
        source: place(path, document.lineOf([...object, 'kind'])),
        manifest,
      });
      observeDashboardManifest(findings, { path, document, object });
    }
    if (manifest || isValues) {
      observeVaultAnnotations(findings, { path, document, object });
    }
  }
}

/** Notes what a template of a Helm chart shows; a template need not be YAML. */
export function observeChartTemplate(
  findings: Findings,
  options: { path: string; text: string; chart: string | undefined },
): void {
  const { path, text, chart } = options;
  const bare = withoutActions(text);
  const parse = parseYaml(bare);
  if (parse.ok) {
    parse.documents.forEach(document =>
      observeRules(findings, { path, document, object: [] }),
    );
  }
  for (const { apiVersion, kind, line } of templateHeaders(bare)) {
    observeManifest(findings, {
      source: place(path, line),
      manifest: { apiVersion, kind, name: chart },
    });
  }
  for (const { line, key } of vaultLines(bare)) {
    findings.see('secrets-managed', place(path, line), key);
  }
}

/** The name that a `Chart.yaml` gives; undefined when it gives none. */
export function readChart(text: string): string | undefined {
  const parse = parseYaml(text);
  return parse.ok ? textOf(at(parse.documents[0]?.data, 'name')) : undefined;
}

/** The chart that a path is a template of: the longest folder that holds a `Chart.yaml`. */
export function chartOf(
  path: string,
  charts: ReadonlyMap<string, string | undefined>,
): { name: string | undefined } | undefined {
  let folder = folderOf(path);
  let below = '';
  for (;;) {
    if (charts.has(folder)) {
      return /^(?:templates|crds)(?:\/|$)/.test(below)
        ? { name: charts.get(folder) }
        : undefined;
    }
    if (folder === '') {
      return undefined;
    }
    below = below === '' ? baseOf(folder) : `${baseOf(folder)}/${below}`;
    folder = folderOf(folder);
  }
}

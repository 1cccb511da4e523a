import { place } from '../Findings';
import type { Findings } from '../Findings';
import { at, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { burnWindows } from './burnRate';

/** Where the groups of Prometheus rules stand, bare or in a `PrometheusRule` of Kubernetes. */
function groupsPath(data: unknown): readonly string[] | undefined {
  if (
    /^(?:PrometheusRule|VMRule|GlobalRules|Rules)$/.test(
      textOf(at(data, 'kind')) ?? '',
    )
  ) {
    return ['spec', 'groups'];
  }
  const groups = at(data, 'groups');
  const isGroups =
    at(data, 'kind') === undefined &&
    Array.isArray(groups) &&
    groups.some(group => Array.isArray(at(group, 'rules')));
  return isGroups ? ['groups'] : undefined;
}

/** Notes the alerting rules of a document, and those that watch the burn of an error budget. */
export function observeRules(
  findings: Findings,
  options: {
    path: string;
    document: YamlDocument;
    /** Where the object that holds the groups stands in the document. */
    object: readonly (string | number)[];
  },
): void {
  const { path, document, object } = options;
  const inObject = groupsPath(at(document.data, ...object));
  if (!inObject) {
    return;
  }
  const groups = [...object, ...inObject];
  listOf(at(document.data, ...groups)).forEach((group, groupIndex) => {
    listOf(at(group, 'rules')).forEach((rule, index) => {
      const alert = textOf(at(rule, 'alert'));
      const expression = textOf(at(rule, 'expr'));
      if (alert === undefined || expression === undefined) {
        return;
      }
      const source = place(
        path,
        document.lineOf([...groups, groupIndex, 'rules', index]),
      );
      findings.see('alerting-linked', source, `alert ${alert}`);
      const windows = burnWindows(expression);
      if (windows) {
        findings.see(
          'burn-rate-alerts',
          source,
          `${alert} over ${windows.short} and ${windows.long}`,
        );
      }
    });
  });
}

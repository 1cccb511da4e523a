import { parseSloSpec } from '../slo';
import type { Findings } from './Findings';
import { baseOf } from './paths';
import { at, textOf } from './text/data';
import type { YamlDocument } from './text/yamlText';
import type { RepositoryFacts } from './types';

/** Notes an SLO file with objectives and the indicators that it queries; gives its specifications. */
export function observeSloFile(
  findings: Findings,
  options: { path: string; text: string; documents: readonly YamlDocument[] },
): RepositoryFacts['sloSpecs'][number][] {
  const { path, text, documents } = options;
  const claims = documents.some(({ data }) => isSloDocument(data));
  if (!claims && !/^slos?\.ya?ml$/.test(baseOf(path))) {
    return [];
  }
  const parse = parseSloSpec(text);
  if (!parse.ok) {
    findings.problem(path, parse.problem);
    return [];
  }
  for (const spec of parse.specs) {
    for (const objective of spec.objectives) {
      findings.see(
        'slo-defined',
        path,
        `${objective.name} ${objective.objective}% over ${objective.windowDays}d`,
      );
      if (objective.hasQuery) {
        findings.see(
          'sli-defined',
          path,
          objective.indicator ?? objective.name,
        );
      }
    }
  }
  return parse.specs.map(spec => ({ source: path, spec }));
}

function isSloDocument(data: unknown): boolean {
  return /^(?:prometheus\/v|sloth\.slok\.dev\/|openslo\/)/.test(
    textOf(at(data, 'apiVersion')) ?? textOf(at(data, 'version')) ?? '',
  );
}

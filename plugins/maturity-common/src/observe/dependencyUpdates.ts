import { isRecord } from '../entity/fields';
import { place } from './Findings';
import type { Findings } from './Findings';
import { at, listOf, textOf } from './text/data';
import { parseJson, parseLooseJson } from './text/jsonText';
import { parseYaml } from './text/yamlText';

const DEPENDABOT = /^\.github\/dependabot\.ya?ml$/;
const RENOVATE =
  /^(?:\.github\/|\.gitlab\/)?(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/;

/** A Node.js package may hold the configuration of Renovate itself. */
const MANIFEST = 'package.json';

/** True for the configuration of an update bot. */
export function isUpdateConfig(path: string): boolean {
  return DEPENDABOT.test(path) || RENOVATE.test(path) || path === MANIFEST;
}

/** Notes an update bot that has something to update. */
export function observeUpdateConfig(
  findings: Findings,
  options: { path: string; text: string },
): void {
  const { path, text } = options;
  if (DEPENDABOT.test(path)) {
    observeDependabot(findings, { path, text });
    return;
  }
  if (path === MANIFEST) {
    const renovate = at(parseJson(text), 'renovate');
    if (isRecord(renovate) && at(renovate, 'enabled') !== false) {
      findings.see('dependency-updates', path, 'renovate');
    }
    return;
  }
  const data = parseLooseJson(text);
  if (!isRecord(data)) {
    findings.problem(
      path,
      'A Renovate configuration (a JSON object) was expected.',
    );
  } else if (at(data, 'enabled') !== false) {
    findings.see('dependency-updates', path, 'renovate');
  }
}

function observeDependabot(
  findings: Findings,
  options: { path: string; text: string },
): void {
  const { path, text } = options;
  const parse = parseYaml(text);
  const document = parse.ok ? parse.documents[0] : undefined;
  const ecosystems = listOf(at(document?.data, 'updates')).flatMap(
    update => textOf(at(update, 'package-ecosystem')) ?? [],
  );
  if (!document || ecosystems.length === 0) {
    const why = parse.ok ? 'found none' : parse.message;
    findings.problem(
      path,
      `A Dependabot configuration with \`updates\` that name a \`package-ecosystem\` was expected: ${why}.`,
    );
    return;
  }
  findings.see(
    'dependency-updates',
    place(path, document.lineOf(['updates'])),
    `dependabot: ${[...new Set(ecosystems)].join(', ')}`,
  );
}

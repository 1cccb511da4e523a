import { isRecord } from '../entity/fields';
import { place } from './Findings';
import type { Findings } from './Findings';
import { baseOf } from './paths';
import { at, textOf } from './text/data';
import { parseLooseJson } from './text/jsonText';
import { readPage } from './text/markdown';
import { parseYaml } from './text/yamlText';

const RUNBOOK =
  /^(?:docs\/)?runbooks?\.md$|^(?:docs\/)?runbooks\/(?:.+\/)?[^/]+\.md$/i;
const POLICY = /^docs\/error-budget-policy\.md$/i;
const GETTING_STARTED = /^docs\/getting-started\.md$/i;
const DEV_CONTAINER =
  /^(?:\.devcontainer\.json|\.devcontainer\/(?:[^/]+\/)?devcontainer\.json)$/;
const MKDOCS = /^mkdocs\.ya?ml$/;

/** True for a page or setting that a person or a portal reads at a known place. */
export function isPageFile(path: string): boolean {
  return [RUNBOOK, POLICY, GETTING_STARTED, DEV_CONTAINER, MKDOCS].some(
    pattern => pattern.test(path),
  );
}

/** Notes a page that somebody really wrote. */
export function observePage(
  findings: Findings,
  options: { path: string; text: string; paths: ReadonlySet<string> },
): void {
  const { path, text, paths } = options;
  if (MKDOCS.test(path)) {
    observeMkdocs(findings, { path, text, paths });
  } else if (DEV_CONTAINER.test(path)) {
    if (isRecord(parseLooseJson(text))) {
      findings.see('onboarding-guide', path, 'dev container');
    } else {
      findings.problem(path, 'A dev container (a JSON object) was expected.');
    }
  } else {
    observeProse(findings, { path, text });
  }
}

function observeProse(
  findings: Findings,
  options: { path: string; text: string },
): void {
  const { path, text } = options;
  const page = readPage(text);
  if (page.placeholder) {
    findings.problem(
      place(path, page.placeholder.line),
      `The page holds a placeholder: "${page.placeholder.text}".`,
    );
    return;
  }
  if (!page.hasText) {
    findings.problem(path, 'The page has no text.');
    return;
  }
  if (POLICY.test(path)) {
    findings.see('error-budget-policy', path, 'error-budget policy');
  } else if (GETTING_STARTED.test(path)) {
    findings.see('onboarding-guide', path, 'getting started');
  } else if (
    /^readme\.md$|^index\.md$/i.test(baseOf(path)) &&
    page.firstStep === undefined
  ) {
    // A table of contents of a runbook folder is no runbook, and no mistake either.
  } else if (page.firstStep === undefined) {
    findings.problem(
      path,
      'A runbook with at least one numbered step or command was expected.',
    );
  } else {
    findings.see(
      'runbook-linked',
      place(path, page.firstStep),
      'runbook with steps',
    );
  }
}

function observeMkdocs(
  findings: Findings,
  options: { path: string; text: string; paths: ReadonlySet<string> },
): void {
  const { path, text, paths } = options;
  const parse = parseYaml(text);
  const data = parse.ok ? parse.documents[0]?.data : undefined;
  if (!isRecord(data)) {
    findings.problem(
      path,
      'An MkDocs configuration (a YAML map) was expected.',
    );
    return;
  }
  const folder = (textOf(at(data, 'docs_dir')) ?? 'docs')
    .split('/')
    .filter((part, index) => part !== '' && (index > 0 || part !== '.'))
    .join('/');
  const index = folder === '' ? 'index.md' : `${folder}/index.md`;
  if (paths.has(index)) {
    findings.see('docs-published', path, `${path} and ${index}`);
  }
}

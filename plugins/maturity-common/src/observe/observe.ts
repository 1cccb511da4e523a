import { isError } from '@backstage/errors';
import {
  apiKind,
  apiKindOfDocuments,
  apiKindOfLongYaml,
  mayBeApiDocument,
} from './apiDocuments';
import { observePipelines } from './ci/observePipelines';
import { IncludedFiles } from './ci/IncludedFiles';
import { isPipelineFile, readPipeline, withCallers } from './ci/readPipelines';
import type { Pipeline } from './ci/model';
import { isDashboardPath, observeDashboardFile } from './dashboardFiles';
import { isUpdateConfig, observeUpdateConfig } from './dependencyUpdates';
import { Findings, place } from './Findings';
import { GOLDEN_PATH_FILE, madeAndSeen, readGoldenPath } from './goldenPath';
import { isInfrastructureFile, observeInfrastructure } from './infrastructure';
import { emptyScripts } from './packageScripts';
import { isPageFile, observePage } from './pages';
import {
  baseOf,
  depthOf,
  folderOf,
  isForeign,
  isTestFile,
  mayHoldOwnTests,
  isYaml,
} from './paths';
import { observeSloFile } from './sloFiles';
import { readStack } from './stack';
import { MAX_YAML, type YamlDocument } from './text/yamlText';
import type { FileTree, RepositoryFacts } from './types';
import {
  chartOf,
  observeChartTemplate,
  observeYaml,
  readChart,
} from './yamlFiles';

/** Longest text that is read, in UTF-16 units; YAML is parsed only when it is much shorter. */
const MAX_TEXT = 2 * 1024 * 1024;
/** Files that include files that include files: more than this nobody writes. */
const MAX_INCLUDES = 6;
/** Most YAML and JSON files that are opened to see what they are; those nearest to the root first. */
const MAX_OPENED = 2_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Sees practices in a file tree. Files are chosen by path, read once and parsed as what they are; nothing
 * that a file holds makes it throw. A file that is not what its name says is told in `problems`.
 *
 * @public
 */
export async function observe(tree: FileTree): Promise<RepositoryFacts> {
  const findings = new Findings();
  const paths = [...new Set(tree.paths)].sort();
  const known = new Set(paths);
  const own = paths.filter(path => !isForeign(path));
  const facts: Mutable<RepositoryFacts> = {
    complete: tree.complete,
    paths,
    seen: {},
    testFiles: paths.filter(path => isTestFile(path)),
    sloSpecs: [],
    apiDocuments: [],
    problems: [],
  };
  const read = (path: string) => readText(tree, { path, findings });

  if (tree.git) {
    findings.see('source-linked', '.git', tree.git.remote ?? 'git work tree');
  }
  facts.stack = readStack(own);
  if (facts.stack) {
    findings.see('stack-declared', facts.stack.source, facts.stack.value);
  }
  await observeKnownFiles({ findings, own, known, read });
  await observePipelineFiles({
    findings,
    own,
    read,
    hasTestFiles: facts.testFiles.length > 0 || own.some(mayHoldOwnTests),
  });
  const recorded = await observeGoldenPath({ findings, facts, known, read });
  await observeOpenedFiles({ findings, facts, own, read });

  facts.seen = findings.seen();
  if (facts.goldenPath && recorded) {
    const made = madeAndSeen(recorded, facts.seen);
    facts.goldenPath = { ...facts.goldenPath, made };
  }
  facts.problems = findings.problems;
  return facts;
}

type Reader = (path: string) => Promise<string | undefined>;

async function readText(
  tree: FileTree,
  options: { path: string; findings: Findings },
): Promise<string | undefined> {
  const { path, findings } = options;
  try {
    const text = await tree.read(path);
    return text !== undefined && text.length <= MAX_TEXT ? text : undefined;
  } catch (error) {
    findings.problem(
      path,
      `The file could not be read: ${
        isError(error) ? error.message : String(error)
      }`,
    );
    return undefined;
  }
}

async function observeKnownFiles(options: {
  findings: Findings;
  own: readonly string[];
  known: ReadonlySet<string>;
  read: Reader;
}): Promise<void> {
  const { findings, own, known, read } = options;
  for (const path of own) {
    const isKnown =
      isPageFile(path) || isUpdateConfig(path) || isInfrastructureFile(path);
    const text = isKnown ? await read(path) : undefined;
    if (text === undefined) {
      continue;
    }
    if (isPageFile(path)) {
      observePage(findings, { path, text, paths: known });
    } else if (isUpdateConfig(path)) {
      observeUpdateConfig(findings, { path, text });
    } else {
      observeInfrastructure(findings, { path, text });
    }
  }
}

async function observePipelineFiles(options: {
  findings: Findings;
  own: readonly string[];
  read: Reader;
  hasTestFiles: boolean;
}): Promise<void> {
  const { findings, own, read, hasTestFiles } = options;
  const pipelines: Pipeline[] = [];
  const files = new IncludedFiles(own);
  for (const path of own.filter(isPipelineFile)) {
    const text = await read(path);
    if (text === undefined) {
      continue;
    }
    let parse = readPipeline(path, text, files);
    for (let depth = 0; depth < MAX_INCLUDES; depth += 1) {
      if (!(await files.fetch(read))) {
        break;
      }
      parse = readPipeline(path, text, files);
    }
    if (parse.ok) {
      pipelines.push(parse.pipeline);
    } else {
      findings.problem(path, parse.message);
    }
  }
  files.problems.forEach(({ source, message }) =>
    findings.problem(source, message),
  );
  const manifest = own.includes('package.json')
    ? await read('package.json')
    : undefined;
  observePipelines(findings, {
    pipelines: withCallers(pipelines),
    tests: { hasTestFiles, emptyScripts: emptyScripts(manifest) },
  });
}

/** Gives the files that the golden path has made, where they are recorded. */
async function observeGoldenPath(options: {
  findings: Findings;
  facts: Mutable<RepositoryFacts>;
  known: ReadonlySet<string>;
  read: Reader;
}): Promise<readonly string[] | undefined> {
  const { findings, facts, known, read } = options;
  const text = known.has(GOLDEN_PATH_FILE)
    ? await read(GOLDEN_PATH_FILE)
    : undefined;
  if (text === undefined) {
    return undefined;
  }
  const parse = readGoldenPath(text);
  if (!parse.ok) {
    findings.problem(GOLDEN_PATH_FILE, parse.message);
    return undefined;
  }
  const source = place(GOLDEN_PATH_FILE, parse.line);
  facts.goldenPath = {
    source: GOLDEN_PATH_FILE,
    template: parse.template,
    version: parse.version,
  };
  findings.see('golden-path-origin', source, parse.template);
  if (parse.version !== undefined) {
    findings.see('golden-path-current', source, parse.version);
  }
  return parse.files;
}

/** Reads the files that show what they are only when they are opened. */
async function observeOpenedFiles(options: {
  findings: Findings;
  facts: Mutable<RepositoryFacts>;
  own: readonly string[];
  read: Reader;
}): Promise<void> {
  const { findings, facts, own, read } = options;
  const candidates = own
    .filter(path => !isPipelineFile(path) && isWorthOpening(path))
    .sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  if (candidates.length > MAX_OPENED) {
    facts.complete = false;
  }
  const opened = candidates.slice(0, MAX_OPENED);
  const charts = new Map<string, string | undefined>();
  for (const path of own.filter(each => baseOf(each) === 'Chart.yaml')) {
    const text = await read(path);
    charts.set(
      folderOf(path),
      text === undefined ? undefined : readChart(text),
    );
  }
  const apiDocuments: string[] = [];
  const sloSpecs: RepositoryFacts['sloSpecs'][number][] = [];
  for (const path of opened) {
    const text = await read(path);
    const chart = chartOf(path, charts);
    if (text === undefined) {
      continue;
    }
    if (chart) {
      observeChartTemplate(findings, { path, text, chart: chart.name });
      continue;
    }
    const documents = isYaml(path) ? observeYaml(findings, { path, text }) : [];
    const api = isYaml(path)
      ? apiKindOfYaml(text, documents)
      : apiKind(path, text);
    if (api !== undefined) {
      apiDocuments.push(path);
      findings.see('api-documented', path, api);
    }
    if (isYaml(path)) {
      sloSpecs.push(...observeSloFile(findings, { path, text, documents }));
    } else if (isDashboardPath(path)) {
      observeDashboardFile(findings, { path, text });
    }
  }
  facts.apiDocuments = apiDocuments.sort();
  facts.sloSpecs = sloSpecs;
}

function apiKindOfYaml(
  text: string,
  documents: readonly YamlDocument[],
): string | undefined {
  return text.length > MAX_YAML
    ? apiKindOfLongYaml(text)
    : apiKindOfDocuments(documents);
}

function isWorthOpening(path: string): boolean {
  return isYaml(path) || mayBeApiDocument(path) || isDashboardPath(path);
}

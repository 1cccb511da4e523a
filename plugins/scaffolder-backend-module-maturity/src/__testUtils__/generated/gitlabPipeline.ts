import { parse } from 'yaml';
import { isJsonObject } from './json';

const ABOUT_ALL = new Set(['stages', 'default', 'variables', 'workflow']);
const OF_A_JOB = new Set([
  'artifacts',
  'before_script',
  'cache',
  'coverage',
  'image',
  'needs',
  'rules',
  'script',
  'services',
  'stage',
  'variables',
]);
const OF_DEFAULT = new Set(['image', 'interruptible', 'cache']);

// What GitLab sets in every pipeline.
const PREDEFINED = new Set([
  'CI_COMMIT_BRANCH',
  'CI_COMMIT_SHA',
  'CI_DEFAULT_BRANCH',
  'CI_PIPELINE_SOURCE',
  'CI_PROJECT_DIR',
  'CI_REGISTRY',
  'CI_REGISTRY_IMAGE',
  'CI_REGISTRY_PASSWORD',
  'CI_REGISTRY_USER',
]);

const pinned = (image: unknown) =>
  typeof image === 'string' && /^[\w./-]+:(?!latest$)[\w.-]+$/.test(image);

function unknownKeys(value: unknown, known: ReadonlySet<string>): string[] {
  return isJsonObject(value)
    ? Object.keys(value).filter(key => !known.has(key))
    : [String(value)];
}

function isScript(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(line => typeof line === 'string' && line.trim() !== '')
  );
}

function areRules(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(rule => isJsonObject(rule) && typeof rule.if === 'string')
  );
}

/** What GitLab would refuse in a pipeline, or what would never run. Structure only: GitLab itself is not asked. */
export function pipelineProblems(text: string): string[] {
  const pipeline: unknown = parse(text);
  if (!isJsonObject(pipeline)) return ['It is no object.'];
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const { stages, default: base = {}, workflow, variables = {} } = pipeline;
  const known: unknown[] = Array.isArray(stages) ? stages : [];
  expect(new Set(known).size === known.length, 'A stage is there twice.');
  expect(
    isJsonObject(workflow) && areRules(workflow.rules),
    'The workflow has no rules, so branches run twice.',
  );
  for (const key of unknownKeys(base, OF_DEFAULT)) {
    problems.push(`default: "${key}" is unknown.`);
  }
  const jobs = Object.entries(pipeline).filter(([key]) => !ABOUT_ALL.has(key));
  const stageOf = new Map<string, number>();
  for (const [name, job] of jobs) {
    for (const key of unknownKeys(job, OF_A_JOB)) {
      problems.push(`${name}: "${key}" is unknown.`);
    }
    if (!isJsonObject(job)) continue;
    const stage = known.indexOf(job.stage);
    stageOf.set(name, stage);
    expect(stage >= 0, `${name}: there is no stage "${job.stage}".`);
    expect(isScript(job.script), `${name}: has no script.`);
    expect(!job.rules || areRules(job.rules), `${name}: rules without "if".`);
    const image = job.image ?? (isJsonObject(base) ? base.image : undefined);
    expect(pinned(image), `${name}: the image "${image}" has no version.`);
    const services: unknown[] = Array.isArray(job.services) ? job.services : [];
    expect(services.every(pinned), `${name}: a service has no version.`);
    if (job.coverage !== undefined) {
      expect(
        /^\/.+\/$/.test(String(job.coverage)),
        `${name}: coverage is no expression.`,
      );
    }
  }
  for (const [name, job] of jobs) {
    const needs: unknown = isJsonObject(job) ? job.needs : undefined;
    for (const need of Array.isArray(needs) ? needs : []) {
      const earlier = stageOf.get(String(need)) ?? Infinity;
      expect(
        earlier <= (stageOf.get(name) ?? -1),
        `${name}: needs "${need}", which is not there before it.`,
      );
    }
  }
  for (const stage of known) {
    const used = jobs.some(
      ([, job]) => isJsonObject(job) && job.stage === stage,
    );
    expect(used, `Nothing runs in stage "${stage}".`);
  }
  const own = isJsonObject(variables) ? Object.keys(variables) : [];
  for (const [, name] of text.matchAll(/\$\{?([A-Z_]+)/g)) {
    expect(
      PREDEFINED.has(name) || own.includes(name),
      `The variable "${name}" is set nowhere.`,
    );
  }
  return problems;
}

import { parseYaml } from '../text/yamlText';
import { readAzurePipeline } from './azure';
import { readCircleConfig } from './circleci';
import { readGithubWorkflow } from './github';
import { readGitlabPipeline } from './gitlab';
import { readJenkinsfile } from './jenkins';
import type { Pipeline, PipelineParse } from './model';

const GITHUB = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const AZURE = /^\.?azure-pipelines\.ya?ml$/;

/** True for a file that a CI system reads from the root of a repository. */
export function isPipelineFile(path: string): boolean {
  return (
    GITHUB.test(path) ||
    AZURE.test(path) ||
    path === '.gitlab-ci.yml' ||
    path === 'Jenkinsfile' ||
    path === '.circleci/config.yml'
  );
}

/** Reads one CI file as what its path says that it is. */
export function readPipeline(path: string, text: string): PipelineParse {
  if (path === 'Jenkinsfile') {
    return readJenkinsfile(path, text);
  }
  const yaml = parseYaml(text);
  if (!yaml.ok) {
    return { ok: false, message: `YAML was expected: ${yaml.message}` };
  }
  const [document] = yaml.documents;
  if (!document) {
    return {
      ok: false,
      message: 'A pipeline was expected, and the file is empty.',
    };
  }
  if (path === '.gitlab-ci.yml') {
    return readGitlabPipeline(path, yaml.documents);
  }
  if (path === '.circleci/config.yml') {
    return readCircleConfig(path, document);
  }
  return AZURE.test(path)
    ? readAzurePipeline(path, document)
    : readGithubWorkflow(path, document);
}

/** A workflow that others call runs when one of its callers does, through any number of calls. */
export function withCallers(
  pipelines: readonly Pipeline[],
): readonly Pipeline[] {
  const next = pipelines.map(pipeline => {
    const callers = pipeline.callable
      ? pipelines.filter(caller => caller.calls.includes(pipeline.source))
      : [];
    return {
      ...pipeline,
      onChange: pipeline.onChange || callers.some(caller => caller.onChange),
      automatic: pipeline.automatic || callers.some(caller => caller.automatic),
    };
  });
  // Every round but the last one switches at least one of two flags on, so this ends.
  const isStable = next.every(
    ({ onChange, automatic }, index) =>
      onChange === pipelines[index].onChange &&
      automatic === pipelines[index].automatic,
  );
  return isStable ? pipelines : withCallers(next);
}

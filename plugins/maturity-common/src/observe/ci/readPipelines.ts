import { parseYaml } from '../text/yamlText';
import type { YamlDocument } from '../text/yamlText';
import { readAzurePipeline } from './azure';
import { readBitbucketPipeline } from './bitbucket';
import { readBuildkitePipeline } from './buildkite';
import { readCircleConfig } from './circleci';
import { readCloudBuild } from './cloudBuild';
import { readDronePipeline } from './drone';
import { readGithubWorkflow } from './github';
import { readGitlabPipeline } from './gitlab';
import type { IncludedFiles } from './IncludedFiles';
import { readJenkinsfile } from './jenkins';
import type { Pipeline, PipelineParse } from './model';
import { readTektonFile } from './tekton';
import { readTravisFile } from './travis';

interface YamlFile {
  path: string;
  documents: readonly YamlDocument[];
  /** The first one. */
  document: YamlDocument;
  files: IncludedFiles;
}

/** CI systems with YAML files, by the path that each reads. */
const READERS: readonly (readonly [
  RegExp,
  (file: YamlFile) => PipelineParse,
])[] = [
  [
    /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/,
    ({ path, document, files }) => readGithubWorkflow(path, document, files),
  ],
  [
    /^\.gitlab-ci\.yml$/,
    ({ path, documents, files }) => readGitlabPipeline(path, documents, files),
  ],
  [
    /^\.?azure-pipelines\.ya?ml$/,
    ({ path, document, files }) => readAzurePipeline(path, document, files),
  ],
  [
    /^\.circleci\/config\.yml$/,
    ({ path, document }) => readCircleConfig(path, document),
  ],
  [
    /^bitbucket-pipelines\.yml$/,
    ({ path, document }) => readBitbucketPipeline(path, document),
  ],
  [
    /^(?:\.?buildkite|\.buildkite\/pipeline)\.ya?ml$/,
    ({ path, document }) => readBuildkitePipeline(path, document),
  ],
  [
    /^\.(?:drone|woodpecker)\.ya?ml$|^\.woodpecker\/[^/]+\.ya?ml$/,
    ({ path, documents }) => readDronePipeline(path, documents),
  ],
  [
    /^\.tekton\/[^/]+\.ya?ml$/,
    ({ path, documents }) => readTektonFile(path, documents),
  ],
  [/^\.travis\.yml$/, ({ path, document }) => readTravisFile(path, document)],
  [
    /^cloudbuild\.ya?ml$/,
    ({ path, document }) => readCloudBuild(path, document),
  ],
];

const JENKINS = 'Jenkinsfile';

/** True for a file that a CI system reads from the root of a repository. */
export function isPipelineFile(path: string): boolean {
  return path === JENKINS || READERS.some(([pattern]) => pattern.test(path));
}

/** Reads one CI file as what its path says that it is. */
export function readPipeline(
  path: string,
  text: string,
  files: IncludedFiles,
): PipelineParse {
  if (path === JENKINS) {
    return readJenkinsfile(path, text);
  }
  const yaml = parseYaml(text);
  if (!yaml.ok) {
    return { ok: false, message: `YAML was expected: ${yaml.message}` };
  }
  const { documents } = yaml;
  const [document] = documents;
  const read = READERS.find(([pattern]) => pattern.test(path))?.[1];
  return document && read
    ? read({ path, documents, document, files })
    : {
        ok: false,
        message: 'A pipeline was expected, and the file is empty.',
      };
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

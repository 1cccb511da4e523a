/** More jobs than this are read by no CI system, and a file of millions must not hold up the rest. */
export const MAX_JOBS = 1_000;

/** A command of a script: its words without quotes; a quoted word is one word. */
export interface Command {
  words: readonly string[];
  line?: number;
  /** The file that it stands in, when it is not that of the pipeline. */
  source?: string;
}

/** A ready-made step: a GitHub action, an Azure task, a CircleCI orb command. */
export interface Action {
  /** Name without version, in lower case, e.g. `github/codeql-action/analyze`. */
  name: string;
  inputs: unknown;
  line?: number;
  /** The file that it stands in, when it is not that of the pipeline. */
  source?: string;
}

/** A job with everything that its steps run. */
export interface Job {
  name: string;
  line?: number;
  /** The file that it stands in, when it is not that of the pipeline. */
  source?: string;
  environment?: string;
  /** True when a person has to press a button before it runs. */
  manual: boolean;
  /** True when it runs for a proposed change only, so that nothing it does reaches production. */
  onChangeOnly?: boolean;
  commands: readonly Command[];
  actions: readonly Action[];
}

/** One CI file, reduced to when it runs and what. */
export interface Pipeline {
  /** E.g. `github-actions`. */
  provider: string;
  source: string;
  /** Line of what makes it run on a change. */
  line?: number;
  /** Runs on push to a branch or on a pull request. */
  onChange: boolean;
  /** Runs without a person outside of pull requests: push, tag, release, schedule. */
  automatic: boolean;
  jobs: readonly Job[];
  /** Paths of pipelines of the same tree that its jobs run. */
  calls: readonly string[];
  /** True when other pipelines may run it. */
  callable: boolean;
}

/** What a reader of CI files gives; a message when the file is not one. */
export type PipelineParse =
  | { ok: true; pipeline: Pipeline }
  | { ok: false; message: string };

import { place } from '../Findings';
import type { Findings } from '../Findings';
import { analysisAction, analysisCommand } from './analysisSteps';
import { deployAction, deployCommand } from './deploySteps';
import type { Action, Command, Job, Pipeline } from './model';
import { provenanceAction, provenanceCommand } from './provenanceSteps';
import { testAction, testCommand } from './testSteps';

/** No action of a CI system has a longer name. */
const MAX_NAME = 200;

interface Practice {
  check: string;
  command(command: Command): string | undefined;
  action(action: Action): string | undefined;
}

const TESTS: Practice = {
  check: 'automated-tests',
  command: testCommand,
  action: testAction,
};
const ANALYSIS: Practice = {
  check: 'static-analysis',
  command: analysisCommand,
  action: analysisAction,
};
const DEPLOYS: Practice = {
  check: 'automated-deployment',
  command: deployCommand,
  action: deployAction,
};
const PROVENANCE: Practice = {
  check: 'build-provenance',
  command: provenanceCommand,
  action: provenanceAction,
};

/** What the tree must hold for a test command to be one that tests something. */
export interface TestGround {
  hasTestFiles: boolean;
  /** Package scripts of the root that only print; `npm test` then tests nothing. */
  emptyScripts: ReadonlySet<string>;
}

/** Notes the practices that CI files show. */
export function observePipelines(
  findings: Findings,
  options: { pipelines: readonly Pipeline[]; tests: TestGround },
): void {
  const { pipelines, tests } = options;
  for (const pipeline of pipelines) {
    if (pipeline.onChange) {
      findings.see(
        'ci-pipeline',
        place(pipeline.source, pipeline.line),
        pipeline.provider,
      );
    }
    const runs = pipeline.onChange || pipeline.automatic;
    const jobs = runs ? pipeline.jobs.filter(job => !job.manual) : [];
    for (const job of jobs) {
      if (tests.hasTestFiles) {
        observe(findings, { pipeline, job, practice: testPractice(tests) });
      }
      observe(findings, { pipeline, job, practice: ANALYSIS });
      if (pipeline.automatic && job.onChangeOnly !== true) {
        observe(findings, { pipeline, job, practice: PROVENANCE });
        observe(findings, { pipeline, job, practice: DEPLOYS });
        if (job.environment !== undefined) {
          findings.see(
            'automated-deployment',
            place(job.source ?? pipeline.source, job.line),
            `environment ${job.environment}`,
          );
        }
      }
    }
  }
}

function testPractice(tests: TestGround): Practice {
  return {
    ...TESTS,
    command: command => {
      const found = testCommand(command);
      const script = /^(?:npm|yarn|pnpm|bun) (\S+)$/.exec(found ?? '')?.[1];
      return script !== undefined && tests.emptyScripts.has(script)
        ? undefined
        : found;
    },
  };
}

function observe(
  findings: Findings,
  options: { pipeline: Pipeline; job: Job; practice: Practice },
): void {
  const { pipeline, job, practice } = options;
  const see = (step: Command | Action, value: string | undefined) => {
    if (value !== undefined) {
      findings.see(practice.check, placeOf(step, { pipeline, job }), value);
    }
  };
  job.commands.forEach(command => see(command, practice.command(command)));
  job.actions
    .filter(({ name }) => name.length <= MAX_NAME)
    .forEach(action => see(action, practice.action(action)));
}

function placeOf(
  step: Command | Action,
  { pipeline, job }: { pipeline: Pipeline; job: Job },
): string {
  const isInJob = step.source === undefined || step.source === job.source;
  return place(
    step.source ?? job.source ?? pipeline.source,
    step.line ?? (isInJob ? job.line : undefined),
  );
}

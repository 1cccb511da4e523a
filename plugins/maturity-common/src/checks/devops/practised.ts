import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared, linked, noTestFile } from '../engine/keys';
import { obviousPath, relativePath } from '../engine/repositoryPaths';
import { someOf, oneOf } from '../engine/rules';
import { resourcesAsCode } from '../questions/resources';

const automatedTests = builtIn(
  {
    id: 'automated-tests',
    title: 'Tests run before deployment',
    track: 'devops',
    level: 2,
    weight: 5,
    applies: 'CODE',
    decides:
      '`maturity/tests` (unit, integration, contract, e2e, performance); `backstage.io/code-coverage`',
    passes: 'at least one recognised kind, or coverage is `enabled`/`scm-only`',
    fails: 'explicit negative or only unrecognised kinds',
    absent: 'unknown',
    source: 'DORA test automation; OpenSSF CI-Tests; article',
    remedy:
      'Run automated tests in the pipeline and list their kinds in `maturity/tests`.',
    inherits: [],
    claims: [17],
    observed:
      'a CI job step that runs the test command of the stack (npm test, pytest, unittest, go test, mvn test, gradle test) and at least one test file',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/tests', {
        rule: someOf(['unit', 'integration', 'contract', 'e2e', 'performance']),
      }),
      linked('backstage.io/code-coverage', {
        rule: oneOf({ accepted: ['enabled', 'scm-only'] }),
      }),
    ],
    seen: 'sufficient',
    contradiction: noTestFile,
  },
);

const automatedDeployment = builtIn(
  {
    id: 'automated-deployment',
    title: 'Deployment needs no manual hand-off',
    track: 'devops',
    level: 2,
    weight: 5,
    applies: 'RUN',
    decides:
      '`maturity/cd`; `argocd/app-name`, `argocd/app-selector`, `argocd/project-name`',
    passes:
      '`maturity/cd` is `continuous`, `gitops` or `automated`, or an Argo CD key exists',
    fails: '`manual`, `none`',
    absent: 'unknown',
    source: 'DORA deployment automation; AWS OPS05/06; article',
    remedy:
      'Let the pipeline or a GitOps controller deploy, and say which in `maturity/cd`.',
    inherits: [],
    claims: [13, 14, 20],
    observed:
      'a workflow job with an environment or a deploy step, or an Argo CD/Flux manifest',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/cd', {
        rule: oneOf({ accepted: ['continuous', 'gitops', 'automated'] }),
      }),
      linked('argocd/app-name'),
      linked('argocd/app-selector'),
      linked('argocd/project-name'),
    ],
    seen: 'sufficient',
  },
);

const infrastructureAsCode = builtIn(
  {
    id: 'infrastructure-as-code',
    title: 'Infrastructure is defined as code',
    track: 'devops',
    level: 2,
    weight: 4,
    applies: 'RUN',
    decides:
      '`maturity/iac` on the component, or on every Resource it `dependsOn`',
    passes: 'tool name, path or URL given (component or all Resources)',
    fails: 'explicit negative, or some but not all Resources declare it',
    absent: 'unknown',
    source:
      'DORA flexible infrastructure; 12-factor X; AWS operations-as-code; article',
    remedy:
      'Keep environment definitions in the repository and point `maturity/iac` at them.',
    inherits: [],
    claims: [16, 20],
    observed:
      '*.tf, Chart.yaml, kustomization.yaml, Pulumi.yaml or a cdk.json (also *.tf.json, *.tofu, Kustomization)',
    nature: 'technical',
  },
  {
    keys: [declared('maturity/iac', { path: relativePath })],
    question: resourcesAsCode,
    seen: 'sufficient',
  },
);

const centralLogging = builtIn(
  {
    id: 'central-logging',
    title: 'Logs reach a central store',
    track: 'devops',
    level: 2,
    weight: 4,
    applies: 'RUN',
    decides: '`maturity/logs`; `metadata.links[type=logs]`',
    passes: 'URL or selector present',
    fails: 'explicit negative',
    absent: 'unknown',
    source: '12-factor XI; DORA monitoring and observability; article',
    remedy:
      'Ship logs as an event stream and link the saved query in `maturity/logs`.',
    inherits: [],
    claims: [18],
    nature: 'technical',
  },
  { keys: [declared('maturity/logs')], linkTypes: ['logs'] },
);

const monitoringDashboard = builtIn(
  {
    id: 'monitoring-dashboard',
    title: 'A dashboard shows live behaviour',
    track: 'devops',
    level: 2,
    weight: 4,
    applies: 'RUN',
    decides:
      '`grafana/dashboard-selector`, `grafana/overview-dashboard`, `grafana/tag-selector` (older), `datadoghq.com/dashboard-url`, `dynatrace.com/dynatrace-entity-id`, `prometheus.io/rule`, `maturity/dashboard`, `metadata.links[type=dashboard]`',
    passes: 'any present',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'DORA monitoring; AWS OPS04/08; article',
    remedy: 'Tag a dashboard for this service and add its selector.',
    inherits: [],
    claims: [18, 75],
    observed: 'a Grafana dashboard JSON',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/dashboard', { path: obviousPath }),
      linked('grafana/dashboard-selector'),
      linked('grafana/overview-dashboard'),
      linked('grafana/tag-selector'),
      linked('datadoghq.com/dashboard-url'),
      linked('dynatrace.com/dynatrace-entity-id'),
      linked('prometheus.io/rule'),
    ],
    linkTypes: ['dashboard'],
    seen: 'sufficient',
  },
);

/** Level 2: practised. */
export const DEVOPS_PRACTISED: readonly BuiltInCheck[] = [
  automatedTests,
  automatedDeployment,
  infrastructureAsCode,
  centralLogging,
  monitoringDashboard,
];

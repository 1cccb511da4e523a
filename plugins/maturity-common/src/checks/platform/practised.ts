import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared, linked } from '../engine/keys';
import { obviousPath } from '../engine/repositoryPaths';
import { entryHealthy } from '../questions/basics';
import { apisDocumented } from '../questions/apis';
import { stackTagged } from '../questions/stacks';
import { GOLDEN_PATH_KEYS, goldenPathRecorded } from '../questions/goldenPath';

const stackDeclared = builtIn(
  {
    id: 'stack-declared',
    title: 'Its technology stack is known',
    track: 'platform',
    level: 2,
    weight: 3,
    applies: 'CODE',
    decides: '`maturity/stack`; `metadata.tags` matched by the alias table',
    passes:
      'any `maturity/stack` that is not a placeholder, or a tag in the alias table',
    fails: 'nothing recognised',
    absent: 'fail',
    source: 'article stack count needs it; CNCF Operations (centrally tracked)',
    remedy: 'Tag the component with its main language or set `maturity/stack`.',
    inherits: [],
    claims: [43, 56],
    observed:
      'package.json, go.mod, pyproject.toml, pom.xml, build.gradle, Cargo.toml, *.csproj, Gemfile, composer.json, mix.exs',
    nature: 'technical',
  },
  {
    keys: [declared('maturity/stack')],
    question: stackTagged,
    seen: 'sufficient',
    looksAt: ['metadata.tags'],
  },
);

const apiDocumented = builtIn(
  {
    id: 'api-documented',
    title: 'Its interfaces are published',
    track: 'platform',
    level: 2,
    weight: 4,
    applies: 'API',
    decides: 'relation `providesApi`; API `spec.definition`',
    passes: '>= 1 API and each has a non-empty definition',
    fails: 'no API, or an empty definition',
    absent: 'fail',
    source: 'CNCF Interfaces; DORA loosely coupled teams',
    remedy:
      'Register the API with its definition, or set `maturity/no-api: "true"`.',
    inherits: [],
    claims: [57, 60],
    observed:
      'an openapi/asyncapi/graphql/proto document referenced by an API entity',
    nature: 'technical',
  },
  { question: apisDocumented, seen: 'confirming', looksAt: ['providesApi'] },
);

const runtimeLinked = builtIn(
  {
    id: 'runtime-linked',
    title: 'Where it runs is visible without cluster knowledge',
    track: 'platform',
    level: 2,
    weight: 3,
    applies: 'RUN',
    decides:
      '`backstage.io/kubernetes-id`, `backstage.io/kubernetes-label-selector`, `argocd/app-name`, `aws.com/lambda-function-name`, `cloud.google.com/function-ids`, `maturity/runtime`',
    passes: 'any present',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'article (no need to know manifests); CNCF Interfaces L2',
    remedy: 'Link the workload so owners can see it in the portal.',
    inherits: [],
    claims: [53, 59, 60],
    observed: 'Kubernetes manifests or a Helm chart that names the workload',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/runtime', { path: obviousPath }),
      linked('backstage.io/kubernetes-id'),
      linked('backstage.io/kubernetes-label-selector'),
      linked('argocd/app-name'),
      linked('aws.com/lambda-function-name'),
      linked('cloud.google.com/function-ids'),
    ],
    seen: 'sufficient',
  },
);

const goldenPathOrigin = builtIn(
  {
    id: 'golden-path-origin',
    title: 'It came from, or was moved onto, a golden path',
    track: 'platform',
    level: 2,
    weight: 5,
    applies: 'CODE',
    decides: '`backstage.io/source-template`, else `maturity/golden-path`',
    passes: 'reference resolves to an existing Template',
    fails: 'absent, dangling',
    absent: 'fail',
    source:
      'CNCF Interfaces L2 (paved roads); DORA platform engineering; article',
    remedy:
      'Create from a template, or adopt one and set `maturity/golden-path` to its reference.',
    inherits: [],
    claims: [50, 51, 58],
    observed:
      '`.golden-path.yaml` naming a template that exists in the catalog',
    nature: 'technical',
  },
  { keys: GOLDEN_PATH_KEYS, question: goldenPathRecorded, repository: true },
);

const catalogHealthy = builtIn(
  {
    id: 'catalog-healthy',
    title: 'Its catalog entry has no faults',
    track: 'platform',
    level: 2,
    weight: 2,
    applies: 'CODE',
    decides:
      '`backstage.io/orphan`, unresolved references in `relations`, `status.items[level=error]`',
    passes: 'not an orphan, nothing dangling, no error items',
    fails: 'otherwise',
    absent: 'fail',
    source: 'Backstage catalog semantics; CNCF Operations',
    remedy: 'Repair or remove the broken references shown.',
    inherits: [],
    claims: [57],
    nature: 'technical',
  },
  {
    question: entryHealthy,
    looksAt: ['backstage.io/orphan', 'relations', 'status.items'],
  },
);

/** Level 2: practised. */
export const PLATFORM_PRACTISED: readonly BuiltInCheck[] = [
  stackDeclared,
  apiDocumented,
  runtimeLinked,
  goldenPathOrigin,
  catalogHealthy,
];

import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import {
  declared,
  linked,
  repositorySlug,
  sourceLocation,
} from '../engine/keys';
import { obviousPath } from '../engine/repositoryPaths';
import { ownedByTeam } from '../questions/ownership';
import type { Settings } from '../types';

const ownerAssigned = builtIn(
  {
    id: 'owner-assigned',
    title: 'A team owns it',
    track: 'devops',
    level: 1,
    weight: 5,
    applies: 'ALL',
    decides: 'relation `ownedBy` (from `spec.owner`)',
    passes: 'at least one target is a Group that exists in the catalog',
    fails:
      'no owner, target missing from catalog, or only a User (unless `allowUserOwners`)',
    absent: 'fail',
    source: 'article shared ownership; OpsLevel/Soundcheck entry level',
    remedy:
      'Set `spec.owner` to the team that both changes and runs this component.',
    inherits: [],
    claims: [6, 11, 12],
    nature: 'technical',
  },
  { question: ownedByTeam, looksAt: ['ownedBy'] },
);

const sourceLinked = builtIn(
  {
    id: 'source-linked',
    title: 'Source is under version control and linked',
    track: 'devops',
    level: 1,
    weight: 5,
    applies: 'ALL',
    decides:
      '`backstage.io/source-location`, `github.com/project-slug`, `gitlab.com/project-slug`, `bitbucket.org/project-slug`, `dev.azure.com/project-repo`',
    passes: 'any key present and well formed (`url:` form, or `owner/name`)',
    fails:
      'none present, or location is only a `file:` path and no git work tree was observed',
    absent: 'fail',
    source: 'DORA version control; SLSA Source L1; 12-factor I',
    remedy:
      'Register the component from its repository so the portal can record the source location.',
    inherits: [],
    claims: [25],
    observed:
      'a git work tree with at least one commit (the evidence names the remote, if any)',
    nature: 'technical',
  },
  {
    keys: [
      linked('backstage.io/source-location', { rule: sourceLocation }),
      ...[
        'github.com/project-slug',
        'gitlab.com/project-slug',
        'bitbucket.org/project-slug',
        'dev.azure.com/project-repo',
      ].map(key => linked(key, { rule: repositorySlug })),
    ],
    seen: 'sufficient',
  },
);

const ciPipeline = builtIn(
  {
    id: 'ci-pipeline',
    title: 'Every change is built by CI',
    track: 'devops',
    level: 1,
    weight: 5,
    applies: 'CODE*',
    decides:
      '`maturity/ci`; `jenkins.io/job-full-name`, `circleci.com/project-slug`, `buildkite.com/project-slug`, `gocd.org/pipelines`, `travis-ci.com/repo-slug`, `google.com/cloudbuild-project-slug`, `dev.azure.com/build-definition`',
    passes:
      'any key has a real value; with `scmSlugImpliesCi: true` a GitHub/GitLab slug suffices',
    fails: '`maturity/ci` is an explicit negative',
    absent: 'unknown',
    source: 'DORA continuous integration; OpenSSF CI-Tests; article CI/CD',
    remedy:
      'Add a pipeline (the golden path ships one) and name it in `maturity/ci`.',
    inherits: [],
    claims: [14, 22, 75],
    observed:
      'a workflow under .github/workflows, a .gitlab-ci.yml, Jenkinsfile, azure-pipelines.yml, .circleci/config.yml, or the file of Bitbucket, Buildkite, Cloud Build, Drone, Forgejo, Gitea, Tekton, Travis CI or Woodpecker, that runs on push or pull request',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/ci', { path: obviousPath }),
      linked('jenkins.io/job-full-name'),
      linked('circleci.com/project-slug'),
      linked('buildkite.com/project-slug'),
      linked('gocd.org/pipelines'),
      linked('travis-ci.com/repo-slug'),
      linked('google.com/cloudbuild-project-slug'),
      linked('dev.azure.com/build-definition'),
      ...['github.com/project-slug', 'gitlab.com/project-slug'].map(key => ({
        ...linked(key, { rule: repositorySlug }),
        when: ({ scmSlugImpliesCi }: Settings) => scmSlugImpliesCi,
      })),
    ],
    seen: 'sufficient',
  },
);

/** Level 1: known. */
export const DEVOPS_KNOWN: readonly BuiltInCheck[] = [
  ownerAssigned,
  sourceLinked,
  ciPipeline,
];

import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared, linked, SNYK } from '../engine/keys';
import { oneOf, wholeNumber, anyExcept } from '../engine/rules';
import { allParts } from '../questions/parts';

const changeReview = builtIn(
  {
    id: 'change-review',
    title: 'Changes are reviewed by a second person',
    track: 'devops',
    level: 3,
    weight: 4,
    applies: 'CODE',
    decides: '`maturity/change-review` (required approvals, integer)',
    passes: 'integer >= 1',
    fails: '0, negative or not an integer',
    absent: 'unknown',
    source:
      'OpenSSF Code-Review and Branch-Protection; SLSA Source L4; article compliance',
    remedy:
      'Protect the main branch with at least one required approval and record the number.',
    inherits: ['system', 'domain', 'owner'],
    claims: [24, 27],
    nature: 'cultural',
  },
  {
    keys: [
      declared('maturity/change-review', { rule: wholeNumber({ minimum: 1 }) }),
    ],
    inherits: ['system', 'domain', 'owner'],
  },
);

const staticAnalysis = builtIn(
  {
    id: 'static-analysis',
    title: 'Code is scanned automatically',
    track: 'devops',
    level: 3,
    weight: 3,
    applies: 'CODE',
    decides:
      '`sonarqube.org/project-key`, `snyk.io/org-id` with a target/project key, `maturity/sast`',
    passes: 'any present',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'OpenSSF SAST; SSDF PW; article automated security tests',
    remedy: 'Turn on a static analyser in CI and link its project.',
    inherits: [],
    claims: [26],
    observed: 'a CodeQL, Semgrep, SonarQube or language linter step in CI',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/sast'),
      linked('sonarqube.org/project-key'),
      SNYK,
    ],
    seen: 'sufficient',
  },
);

const dependencyUpdates = builtIn(
  {
    id: 'dependency-updates',
    title: 'Dependencies are kept current',
    track: 'devops',
    level: 3,
    weight: 3,
    applies: 'CODE',
    decides:
      '`maturity/dependency-updates` (tool), `snyk.io/org-id` with a target/project key',
    passes: 'any present',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'OpenSSF Dependency-Update-Tool; SSDF RV; 12-factor II',
    remedy:
      'Enable an update bot and name it in `maturity/dependency-updates`.',
    inherits: [],
    claims: [26],
    observed:
      '.github/dependabot.yml, renovate.json, .renovaterc, or `renovate` in package.json',
    nature: 'technical',
  },
  { keys: [declared('maturity/dependency-updates'), SNYK], seen: 'sufficient' },
);

const notInTheOpen = anyExcept(['in-repo', 'plain-env-file']);

const secretsManaged = builtIn(
  {
    id: 'secrets-managed',
    title: 'Secrets live outside the code',
    track: 'devops',
    level: 3,
    weight: 3,
    applies: 'RUN',
    decides: '`vault.io/secrets-path`, `maturity/secrets`',
    passes: 'key present and not in the deny set',
    fails: '`in-repo`, `plain-env-file`, other explicit negative',
    absent: 'unknown',
    source: '12-factor III; SSDF PS; DORA pervasive security',
    remedy:
      'Move credentials to a secret store and name it in `maturity/secrets`.',
    inherits: [],
    claims: [24],
    observed:
      'an ExternalSecret or SealedSecret manifest, or a Vault annotation in the chart',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/secrets', { rule: notInTheOpen }),
      linked('vault.io/secrets-path', { rule: notInTheOpen }),
    ],
    seen: 'sufficient',
  },
);

const auditTrail = builtIn(
  {
    id: 'audit-trail',
    title: 'Regulated changes leave an audit trail',
    track: 'devops',
    level: 3,
    weight: 5,
    applies: 'REG',
    decides:
      '`maturity/audit-trail` (URL or `vcs`) AND `maturity/change-review` >= 1',
    passes: 'both hold',
    fails: 'either missing or negative',
    absent: 'fail',
    source: 'article: strict compliance; SSDF PS/PO; SLSA Source L2-L3',
    remedy:
      'Record every change in version control with enforced review and link the evidence location.',
    inherits: ['system', 'domain', 'owner'],
    claims: [24, 25, 26, 27],
    nature: 'cultural',
  },
  {
    question: allParts({
      parts: [
        declared('maturity/audit-trail', {
          rule: oneOf({ accepted: ['vcs'], orUrl: true }),
        }),
        declared('maturity/change-review', {
          rule: wholeNumber({ minimum: 1 }),
        }),
      ],
      inherits: ['system', 'domain', 'owner'],
    }),
    inherits: ['system', 'domain', 'owner'],
    looksAt: ['maturity/audit-trail', 'maturity/change-review'],
  },
);

const mlopsPipeline = builtIn(
  {
    id: 'mlops-pipeline',
    title: 'Models are trained and versioned by pipeline',
    track: 'devops',
    level: 3,
    weight: 4,
    applies: 'ML',
    decides: '`maturity/ml-pipeline` AND `maturity/model-registry`',
    passes: 'both present',
    fails: 'exactly one present, or explicit negative',
    absent: 'unknown',
    source: 'article: MLOps (training, versioning, deployment)',
    remedy:
      'Automate training, register model versions, and link both systems.',
    inherits: [],
    claims: [23],
    nature: 'technical',
  },
  {
    question: allParts({
      parts: [
        declared('maturity/ml-pipeline'),
        declared('maturity/model-registry'),
      ],
    }),
    looksAt: ['maturity/ml-pipeline', 'maturity/model-registry'],
  },
);

/** Level 3: controlled. */
export const DEVOPS_CONTROLLED: readonly BuiltInCheck[] = [
  changeReview,
  staticAnalysis,
  dependencyUpdates,
  secretsManaged,
  auditTrail,
  mlopsPipeline,
];

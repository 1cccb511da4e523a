import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { declared } from '../engine/keys';
import { relativePath } from '../engine/repositoryPaths';
import { urlOrPath } from '../engine/rules';
import { resourcesBySelfService } from '../questions/resources';
import { stackSupported } from '../questions/stacks';

const supportedStack = builtIn(
  {
    id: 'supported-stack',
    title: 'Its stack has a supported golden path',
    track: 'platform',
    level: 3,
    weight: 4,
    applies: 'CODE',
    decides:
      'primary stack against `supportedStacks` config or tags/`maturity/stack` of Templates',
    passes: 'match',
    fails: 'no match while at least one Template or configured stack exists',
    absent: 'unknown',
    source: 'article standard tools for many teams; CNCF Interfaces',
    remedy:
      'Move to a supported stack, or ask the platform team to add a template.',
    inherits: [],
    claims: [56, 57, 58],
    nature: 'technical',
  },
  {
    question: stackSupported,
    repository: true,
    looksAt: ['maturity/stack', 'metadata.tags'],
  },
);

const selfServiceResources = builtIn(
  {
    id: 'self-service-resources',
    title: 'Its infrastructure was self-service',
    track: 'platform',
    level: 3,
    weight: 3,
    applies: 'HAS-RESOURCES',
    decides:
      'each Resource in `dependsOn`: `ownedBy` and (`backstage.io/source-template` or `maturity/provisioned-by` in template, module, platform)',
    passes: 'all Resources satisfy it',
    fails: 'any `ticket`/`manual` or ownerless Resource',
    absent: 'unknown',
    source: 'CNCF Interfaces L3 self-service; article no ticket',
    remedy:
      'Request databases, queues and buckets through a template and register them.',
    inherits: [],
    claims: [53, 55, 59],
    nature: 'technical',
  },
  {
    question: resourcesBySelfService,
    looksAt: [
      'dependsOn',
      'maturity/provisioned-by',
      'backstage.io/source-template',
    ],
  },
);

const onboardingGuide = builtIn(
  {
    id: 'onboarding-guide',
    title: 'A newcomer can start from the portal',
    track: 'platform',
    level: 3,
    weight: 3,
    applies: 'CODE',
    decides: '`maturity/onboarding`, `metadata.links[type=onboarding]`',
    passes: 'URL or path',
    fails: 'explicit negative',
    absent: 'unknown',
    source: 'article weeks-to-months onboarding; DORA developer experience',
    remedy: 'Link a getting-started page or dev container for the system.',
    inherits: ['system', 'owner'],
    claims: [54],
    observed: 'docs/getting-started.md or a devcontainer.json',
    nature: 'cultural',
  },
  {
    keys: [
      declared('maturity/onboarding', { rule: urlOrPath, path: relativePath }),
    ],
    linkTypes: ['onboarding'],
    seen: 'sufficient',
    inherits: ['system', 'owner'],
  },
);

/** Level 3: controlled. */
export const PLATFORM_CONTROLLED: readonly BuiltInCheck[] = [
  supportedStack,
  selfServiceResources,
  onboardingGuide,
];

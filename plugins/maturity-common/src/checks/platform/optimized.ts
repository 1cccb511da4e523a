import type { BuiltInCheck } from '../engine/builtIn';
import { builtIn } from '../engine/builtIn';
import { usesPlatform } from '../questions/dependencies';
import { goldenPathVersion } from '../questions/goldenPath';

const goldenPathCurrent = builtIn(
  {
    id: 'golden-path-current',
    title: 'It keeps up with its golden path',
    track: 'platform',
    level: 4,
    weight: 4,
    applies: 'CODE',
    decides:
      'version in `.golden-path.yaml` or `maturity/template-version` here versus `maturity/template-version` on the Template',
    passes: 'same major and at most `maxMinorLag` (default 2) behind',
    fails: 'further behind, or not a version',
    absent: 'unknown',
    source: 'CNCF Operations L3-L4; drift after scaffolding',
    remedy:
      'Take over what changed in the golden path with `maturity upgrade`, or with the template `upgrade-service` of the portal.',
    inherits: [],
    claims: [58, 79],
    observed: '`.golden-path.yaml`',
    nature: 'technical',
  },
  {
    question: goldenPathVersion,
    repository: true,
    looksAt: ['.golden-path.yaml', 'maturity/template-version'],
  },
);

const platformCapabilitiesConsumed = builtIn(
  {
    id: 'platform-capabilities-consumed',
    title: 'It builds on shared platform services',
    track: 'platform',
    level: 4,
    weight: 3,
    applies: 'CODE',
    decides:
      'graph: `dependsOn`/`consumesApi` target with `maturity/platform: "true"` or owned by a Group whose `spec.type` is in `platformGroupTypes`',
    passes: '>= 1 such target',
    fails: 'none, while the catalog has platform offerings',
    absent: 'unknown',
    source:
      'CNCF Interfaces L4 integrated services; Google SRE frameworks and platform',
    remedy:
      'Replace home-grown pieces with a platform offering where one exists.',
    inherits: [],
    claims: [50, 79],
    nature: 'technical',
  },
  { question: usesPlatform, looksAt: ['dependsOn', 'consumesApi'] },
);

/** Level 4: optimized. */
export const PLATFORM_OPTIMIZED: readonly BuiltInCheck[] = [
  goldenPathCurrent,
  platformCapabilitiesConsumed,
];
